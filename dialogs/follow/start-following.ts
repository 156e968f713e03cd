/** Follows a receiving service in the background, so that requesters hear what became of their requests. */
import { type Alarm, type Loop, startLoop } from '../start-loop';
import { followFeed, type FollowTools } from './follow-feed';

const LONGEST_PAUSE_MS = 60_000;

export interface FollowingOptions extends FollowTools {
  /** Milliseconds between two looks. */
  readonly everyMs: number;
  readonly onError: (error: unknown) => void;
  readonly alarm?: Alarm;
}

export function startFollowing(options: FollowingOptions): Loop {
  const { everyMs, onError, alarm } = options;
  return startLoop({
    round: async (stopping) => {
      await followFeed(options, stopping);
      return everyMs;
    },
    onError,
    pauseAfterErrors: (inARow) => Math.min(everyMs * 2 ** inARow, LONGEST_PAUSE_MS),
    alarm,
  });
}
