/** How long to wait before a delivery is tried again. */

/** After the eighth failure, some three hours after the first, a person has to look. */
export const MAX_FAILURES = 8;

const FIRST_PAUSE_MS = 15_000;
const LONGEST_PAUSE_MS = 60 * 60_000;
const LONGEST_ASKED_FOR_MS = 24 * 60 * 60_000;

/**
 * @param failures how often it had failed before this time
 * @param asked the least wait that the receiver asked for, in milliseconds
 * @param chance from 0 to 1: spreads the tries, so that a receiver that comes back is not stormed
 * @returns milliseconds; never less than the receiver asked for, up to a day
 */
export function pauseAfter(failures: number, asked: number | undefined, chance: number): number {
  const pause = Math.min(FIRST_PAUSE_MS * 4 ** failures, LONGEST_PAUSE_MS);
  const spread = Math.round(pause * (0.75 + chance / 2));
  return Math.max(spread, Math.min(asked ?? 0, LONGEST_ASKED_FOR_MS));
}
