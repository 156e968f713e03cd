/** Who is to approve a request. */
import { newestStatus, type FollowedRequest } from '../../dialogs';

/** @returns the id of the person who is to approve it, while nobody has decided */
export function waitsFor({ events }: Pick<FollowedRequest, 'events'>): string | undefined {
  const newest = newestStatus({ events });
  const isSent = newest?.kind === 'sent' || newest?.kind === 'passed-on';
  return isSent ? (newest.to ?? undefined) : undefined;
}
