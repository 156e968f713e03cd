/** What a receiving service needs to read of a request that holds ids only. */
import type { Dialogs, Request } from '../dialogs';
import type { Directory } from './directory/directory';

export interface DescribedRequest {
  readonly serviceTitle: string;
  readonly requester: { readonly name: string; readonly email: string };
  readonly organisationName: string;
  readonly serviceLevelDays: number;
  readonly onBehalfOf?: string;
}

/** @returns a description made of what is still known: somebody who left is named by their id */
export async function describeRequest(
  request: Request,
  directory: Directory,
  dialogs: Pick<Dialogs, 'service'>,
): Promise<DescribedRequest> {
  const service = dialogs.service(request.service);
  const person = await directory.person(request.requestedBy);
  const organisation = await directory.organisation(request.organisation);
  const { person: about } = request.fields;
  return {
    serviceTitle: service?.title ?? request.service,
    requester: { name: person?.name ?? request.requestedBy, email: person?.email ?? '' },
    organisationName: organisation?.name ?? request.organisation,
    serviceLevelDays: service?.serviceLevelDays ?? 5,
    ...(typeof about === 'string' ? { onBehalfOf: about } : {}),
  };
}
