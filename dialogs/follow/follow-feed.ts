/**
 * Records everything that is new in a feed. Safe to lose at any line and to run twice at once:
 * the cursor moves in the same transaction as its event, so none is lost and none is doubled.
 */
import type { RequestEvent } from '../request';
import type { EventFeed } from './event-feed';
import type { RequestLog } from './request-log';

export interface FollowTools {
  readonly feed: EventFeed;
  /** The receiving service's name, under which the log keeps its cursor. */
  readonly system: string;
  readonly log: RequestLog;
  /** Told of each event that was new to the log, once it is on disk. */
  readonly onNews: (event: RequestEvent) => void;
}

export async function followFeed(
  { feed, system, log, onNews }: FollowTools,
  signal: AbortSignal,
): Promise<void> {
  for (let cursor = await log.cursor(system); ;) {
    const { events, last } = await feed.after(cursor, signal);
    if (last < cursor) throw new FeedWentBack(system, cursor, last);
    if (events.length === 0) return;

    for (const { cursor: next, event } of events) {
      if (next <= cursor) throw new FeedWentBack(system, cursor, next);
      if ((await log.record(system, next, event)) === 'recorded') onNews(event);
      cursor = next;
    }
  }
}

/** The feed starts again from an earlier number: following on would pass over what it says now. */
export class FeedWentBack extends Error {
  override readonly name = 'FeedWentBack';

  constructor(system: string, cursor: number, found: number) {
    super(
      `The events of "${system}" were read up to ${cursor}, and now it shows ${found}. ` +
        'Its data was replaced or restored: restore it further, or reset its cursor by hand.',
    );
  }
}
