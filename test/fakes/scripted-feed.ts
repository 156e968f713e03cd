/** A receiver's feed that holds what the test put in, in portions as a real one would. */
import type { EventFeed, FeedEvent } from '../../dialogs/follow/event-feed';

export function scriptedFeed(events: readonly FeedEvent[], portion = 2): EventFeed {
  return {
    after: async (cursor) => ({
      events: events.filter((event) => event.cursor > cursor).slice(0, portion),
      last: events.at(-1)?.cursor ?? 0,
    }),
  };
}
