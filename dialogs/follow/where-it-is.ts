/** What the events of a request say together: how it stands, and by when it is expected. */
import type { RequestEvent } from '../request';
import type { FollowedRequest } from './request-log';

type Kind = RequestEvent['kind'];
/** Says how a request stands; the others say when. */
export type StatusKind = Exclude<Kind, 'expected' | 'late'>;
export type StatusEvent = RequestEvent & { readonly kind: StatusKind };

/** After one of these nothing more happens. */
export const ENDS: readonly Kind[] = ['declined', 'done', 'withdrawn'];

type Events = Pick<FollowedRequest, 'events'>;

export const newestStatus = ({ events }: Events): StatusEvent | undefined =>
  events.findLast(
    (event): event is StatusEvent => event.kind !== 'expected' && event.kind !== 'late',
  );

export const hasEnded = ({ events }: Events): boolean =>
  events.some(({ kind }) => ENDS.includes(kind));

export interface Expected {
  /** `YYYY-MM-DD`. */
  readonly by: string;
  /** The event that moved it to that day; undefined where it is the day that the receipt told. */
  readonly moved: RequestEvent | undefined;
}

/** @returns undefined of what has ended, and of requests of before such days were kept */
export function expectedOf(followed: FollowedRequest): Expected | undefined {
  if (hasEnded(followed)) return undefined;
  const moved = followed.events.findLast(({ kind }) => kind === 'expected');
  const by = moved?.expectedBy ?? followed.request.expectedBy;
  return by === undefined ? undefined : { by, moved };
}
