/**
 * What receiving services say of requests when they are asked, or of their own accord: more than
 * once, and not always in the order in which it happened.
 */
import type { RequestEvent, RequestId } from '../request';

export const REPORTED = ['received', 'approved', 'declined', 'done'] as const;
export type ReportedStatus = (typeof REPORTED)[number];

export interface StatusReport {
  /** The name of the system that says it; it is heard of its own requests only. */
  readonly system: string;
  readonly request: RequestId;
  /** Null where only the day is told. */
  readonly status: ReportedStatus | null;
  /** `YYYY-MM-DD`; null where nothing is said of it. */
  readonly expectedBy: string | null;
  readonly at: string;
  readonly by: string | null;
  /** The requester reads it: about the status, */
  readonly note: string | null;
  /** and why the day is another one. */
  readonly reason: string | null;
  /** The receiver's own reference, where it tells one. */
  readonly reference: string | null;
}

/** How a receiver that sends of its own accord names what it sent, so that it counts once. */
export interface ReportId {
  readonly id: string;
  /** The same for the same words. */
  readonly fingerprint: string;
}

export type Reported =
  | { readonly kind: 'recorded'; readonly events: readonly RequestEvent[] }
  /** It was known before, or something newer is. */
  | { readonly kind: 'nothing-new' }
  /** The same words for a request that does not exist and for one that another system has. */
  | { readonly kind: 'unknown-request' }
  /** It ended before, and in another way. */
  | { readonly kind: 'ended-otherwise'; readonly as: RequestEvent['kind'] }
  /** The sender gave this name to other words before. */
  | { readonly kind: 'other-words' };

export interface Reports {
  /** Writes what is new in it, all or nothing; safe to call twice, and in several processes at once. */
  record(report: StatusReport, id?: ReportId): Promise<Reported>;
  /**
   * Lends requests that this system has and that have not ended, longest not asked about first, and
   * marks them asked: none is lent twice between `before` and `now`.
   */
  toAsk(system: string, before: Date, now: Date, limit: number): Promise<readonly RequestId[]>;
}
