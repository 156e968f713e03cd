/** What the events of a request say together: how it stands, and by when it is expected. */
import type { RequestEvent } from '../request';
import type { FollowedRequest } from './request-log';

type Kind = RequestEvent['kind'];
/** These tell by when it is expected, or what is asked, answered and told beside its way. */
const BESIDE = ['expected', 'late', 'noted', 'asked', 'answered'] as const satisfies Kind[];
/** Says how a request stands. */
export type StatusKind = Exclude<Kind, (typeof BESIDE)[number]>;
export type StatusEvent = RequestEvent & { readonly kind: StatusKind };

/** After one of these nothing more happens. */
export const ENDS: readonly Kind[] = ['declined', 'done', 'withdrawn'];

type Events = Pick<FollowedRequest, 'events'>;

const isStatus = (event: RequestEvent): event is StatusEvent =>
  !BESIDE.some((kind) => kind === event.kind);

export const newestStatus = ({ events }: Events): StatusEvent | undefined =>
  events.findLast(isStatus);

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
