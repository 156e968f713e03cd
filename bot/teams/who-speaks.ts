/** Who is speaking, by the tenant and object id that Teams put into a message whose token was checked. */
import type { Speaker } from '../conversation/turn';
import type { Directory } from '../directory/directory';
import type { Log } from '../log';
import { tenantOf, type Activity } from './activity';

export interface WhoSpeaks {
  readonly directory: Directory;
  readonly allowedTenants: readonly string[];
  /** False only on loopback, without an app id: emulators invent identities. */
  readonly authenticated: boolean;
  readonly log: Log;
}

type Alone = Exclude<Speaker, { kind: 'in-company' }>;

/** @returns undefined for somebody of a tenant that we do not serve */
export async function whoSpeaks(
  { directory, allowedTenants, authenticated, log }: WhoSpeaks,
  activity: Activity,
): Promise<Alone | undefined> {
  const tenant = tenantOf(activity);
  const { aadObjectId, id } = activity.from;
  const isAllowed =
    tenant !== undefined && allowedTenants.some((one) => one.toLowerCase() === tenant);
  if (authenticated && !isAllowed) return undefined;

  const person =
    tenant === undefined || aadObjectId === undefined
      ? undefined
      : await directory.byAadObjectId(tenant, aadObjectId);
  if (person !== undefined) return { kind: 'person', person };
  if (!authenticated) return firstMemberOfStaff(directory, log);
  return {
    kind: 'stranger',
    id: `${tenant ?? ''}:${aadObjectId ?? id}`,
    organisation: await onlyOrganisationOf(directory, tenant),
  };
}

/**
 * The same where others read along: what holds for everybody of the tenant, and nothing that the
 * directory says of this one. Who it is, is kept with what they ask, so that it stays theirs.
 */
export async function inCompany(
  directory: Directory,
  speaker: Alone,
  activity: Activity,
): Promise<Speaker> {
  return {
    kind: 'in-company',
    id: speaker.kind === 'person' ? speaker.person.id : speaker.id,
    organisation: await onlyOrganisationOf(directory, tenantOf(activity)),
    reviewedBy: speaker.kind === 'person' ? speaker.person.organisation : speaker.organisation,
  };
}

async function firstMemberOfStaff(directory: Directory, log: Log): Promise<Alone | undefined> {
  const [person] = await directory.people();
  log.warn({ event: 'teams.unknown-sender-speaks-as-first-member-of-staff' });
  return person && { kind: 'person', person };
}

/** A tenant may hold several employers; then we cannot say whose people team to show. */
async function onlyOrganisationOf(
  directory: Directory,
  tenant: string | undefined,
): Promise<string | undefined> {
  const organisations = await directory.organisations();
  const [one, another] = organisations.filter(({ tenantId }) => tenantId.toLowerCase() === tenant);
  return another === undefined ? one?.id : undefined;
}
