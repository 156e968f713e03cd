/** By when a request is expected, at the end of its line. */
import { expectedOf, newestStatus, type FollowedRequest } from '../../dialogs';
import { longDay, today } from '../calendar/days';
import { wording } from '../wording';

/** False where the receiving service tells nothing of what becomes of a request, as a mailbox does not. */
export type IsFollowed = (organisation: string, service: string) => boolean;

/** Empty of what has ended, and of requests of before such days were kept. */
export function expectedLine(isFollowed: IsFollowed, followed: FollowedRequest, now: Date): string {
  const expected = expectedOf(followed);
  if (expected === undefined) return '';
  const { line } = wording.expected;
  const { by, moved } = expected;
  const { organisation, service } = followed.request;
  const isOut = newestStatus(followed)?.kind === 'received' && !isFollowed(organisation, service);
  const when = isOut ? line.unfollowed : today(now) > by ? line.late : moved ? line.moved : line.by;
  const why = moved?.note == null ? [] : [wording.notices.note(moved.by, moved.note)];
  return [when(longDay(by)), ...why].join(' ');
}
