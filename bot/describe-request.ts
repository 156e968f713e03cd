/** What a receiving service needs to read of a request that holds ids only. */
import type { Description, Dialogs, Request, RequestLog } from '../dialogs';
import { isApprovedHere } from './conversation/status-line';
import type { Directory } from './directory/directory';

/** @returns a description made of what is still known: somebody who left is named by their id */
export async function describeRequest(
  request: Request,
  directory: Directory,
  dialogs: Pick<Dialogs, 'service'>,
  log: Pick<RequestLog, 'find'>,
): Promise<Description> {
  const service = dialogs.service(request.service);
  const person = await directory.person(request.requestedBy);
  const organisation = await directory.organisation(request.organisation);
  const { person: about } = request.fields;
  const followed = await log.find(request.id);
  const approved = followed?.events.find(isApprovedHere);
  return {
    serviceTitle: service?.title ?? request.service,
    requester: { name: person?.name ?? request.requestedBy, email: person?.email ?? '' },
    organisationName: organisation?.name ?? request.organisation,
    serviceLevelDays: service?.serviceLevelDays ?? 5,
    isDecided: service?.approver !== 'none',
    isPrivate: service?.isPrivate ?? true,
    ...(typeof about === 'string' ? { onBehalfOf: about } : {}),
    ...(approved?.by == null ? {} : { approval: { by: approved.by, at: approved.at } }),
  };
}
