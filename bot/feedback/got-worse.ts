/**
 * Finds the day from which ratings are worse than before, where chance does not explain it.
 *
 * Every day of the last four weeks, or of longer, is tried as the first of the worse ones, and the one that
 * chance explains least is taken. Trying many days finds something by luck more often, so the
 * chance is told as if each had been tried on its own: times the days that were tried.
 */
import { addDays } from '../calendar/days';
import { chanceOfDrawing } from './chance';

export interface RatedDay {
  readonly day: string;
  readonly rated: number;
  /** Rated “partly” or “no”. */
  readonly poor: number;
}

export type Rated = Omit<RatedDay, 'day'>;

export interface Worse {
  /** A London day. */
  readonly since: string;
  readonly before: Rated;
  readonly after: Rated;
  /** That luck alone would do this: 0 to 1. */
  readonly chance: number;
}

/** Fewer tell nothing, before or after. */
export const FEWEST_RATED = 8;
export const DAYS_TRIED = 28;

/** @param days in any order, each day once; @param day today; @param most so many days are tried */
export function gotWorse(
  days: readonly RatedDay[],
  day: string,
  most = DAYS_TRIED,
): Worse | undefined {
  const first = addDays(day, -most);
  let tried = 0;
  let worst: Worse | undefined;
  for (const { since, before, after } of splits(days.filter((one) => one.day <= day))) {
    if (since <= first || before.rated < FEWEST_RATED || after.rated < FEWEST_RATED) continue;
    tried += 1;
    // Rated no worse from then on: nothing has to be explained.
    if (after.poor * before.rated <= before.poor * after.rated) continue;
    const chance = chanceOfDrawing({
      all: before.rated + after.rated,
      marked: before.poor + after.poor,
      drawn: after.rated,
      seen: after.poor,
    });
    if (worst === undefined || chance < worst.chance) worst = { since, before, after, chance };
  }
  return worst && { ...worst, chance: Math.min(1, worst.chance * tried) };
}

/** At each day, oldest first: what was before it, and what is from it on. */
function splits(days: readonly RatedDay[]): readonly Omit<Worse, 'chance'>[] {
  const all = sumOf(days);
  let before: Rated = { rated: 0, poor: 0 };
  return days
    .toSorted((one, other) => (one.day < other.day ? -1 : 1))
    .map((one) => {
      const after = { rated: all.rated - before.rated, poor: all.poor - before.poor };
      const split = { since: one.day, before, after };
      before = sumOf([before, one]);
      return split;
    });
}

export const sumOf = (days: readonly Rated[]): Rated => ({
  rated: days.reduce((sum, { rated }) => sum + rated, 0),
  poor: days.reduce((sum, { poor }) => sum + poor, 0),
});
