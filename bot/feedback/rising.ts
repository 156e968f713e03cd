/** Whether a topic is asked more this week than its share of the weeks before explains. */
import { chanceOfHitting } from './chance';

export interface Asked {
  /** This week. */
  readonly now: number;
  /** In the weeks before, together. */
  readonly before: number;
}

/** Fewer would be no reason to do anything. */
export const FEWEST_ASKED = 8;
/** So much more of all that is asked than it was. */
export const TIMES_MORE = 1.5;

/**
 * @param all what is asked of every topic together: in a busy week each is asked more, and none rises
 * @returns the chance that luck alone would do it; 1 where it does not rise by enough to matter
 */
export function chanceOfRise(topic: Asked, all: Asked): number {
  const whole = all.now + all.before;
  if (topic.now < FEWEST_ASKED || all.before === 0 || all.now === 0) return 1;
  const share = all.now / whole;
  const expected = (topic.before * all.now) / all.before;
  if (topic.now < TIMES_MORE * expected) return 1;
  return chanceOfHitting(topic.now + topic.before, share, topic.now);
}
