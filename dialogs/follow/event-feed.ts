/** A receiving service's own account of what became of requests, in the order in which it happened. */
import type { RequestEvent } from '../request';

export interface FeedEvent {
  /** Rises from event to event. */
  readonly cursor: number;
  readonly event: RequestEvent;
}

export interface FeedPage {
  /** Oldest first; empty where there is nothing new. */
  readonly events: readonly FeedEvent[];
  /** The cursor of the newest event there is; 0 where there is none. */
  readonly last: number;
}

export interface EventFeed {
  after(cursor: number, signal: AbortSignal): Promise<FeedPage>;
}
