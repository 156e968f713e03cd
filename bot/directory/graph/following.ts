/** A directory that is whichever one is in force at the moment of each call. */
import type { Directory } from '../directory';

export const following = (current: () => Directory): Directory => ({
  people: () => current().people(),
  person: (id) => current().person(id),
  byAadObjectId: (tenantId, aadObjectId) => current().byAadObjectId(tenantId, aadObjectId),
  reportsOf: (manager) => current().reportsOf(manager),
  organisations: () => current().organisations(),
  organisation: (id) => current().organisation(id),
  contacts: (organisation) => current().contacts(organisation),
  helplines: () => current().helplines(),
});
