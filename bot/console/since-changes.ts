/**
 * How each rule of a policy was rated before its wording was changed, and since. Ratings count on
 * the moment when the question was asked, and a change begins a new count: what staff were told is
 * what they rated.
 */
import { addDays, startOfDay, today } from '../calendar/days';
import type { Within } from '../directory/people-team';
import type { ConsoleTools } from './console-parts';
import type { RatedUse } from './knowledge-reading';
import { rewordings, type Reworded } from './wording-history';
import { COMPARED_DAYS } from './worse-ratings';

interface RatedUses {
  readonly rated: number;
  readonly poor: number;
}

export interface SinceChange extends Pick<Reworded, 'clause' | 'heading' | 'at' | 'by' | 'change'> {
  readonly organisation: string;
  /** From the change before it, or the first day that is looked at. */
  readonly before: RatedUses;
  /** Up to the change after it, or now. */
  readonly since: RatedUses;
  /** False where it was changed again since. */
  readonly isNewest: boolean;
}

/** More ratings of one policy in twelve weeks are not compared. */
const MOST_RATED = 5000;

/** Newest first, of the last twelve weeks. */
export async function sinceChanges(
  { variations, ofKnowledge }: Pick<ConsoleTools, 'variations' | 'ofKnowledge'>,
  { organisations, except }: Within,
  policy: string,
  now: Date,
): Promise<readonly SinceChange[]> {
  const first = startOfDay(addDays(today(now), 1 - COMPARED_DAYS));
  const all = await Promise.all(
    organisations.map(async (organisation) => {
      const changes = rewordings(await variations.history(organisation), policy);
      if (!changes.some(({ was, at }) => was !== undefined && at >= first)) return [];
      const uses = await ofKnowledge.ratedUsesOf(
        { organisations: [organisation], except },
        policy,
        first,
        MOST_RATED,
      );
      return changes.flatMap((change): SinceChange[] => {
        const { clause, heading, at, by } = change;
        if (change.was === undefined || at < first) return [];
        const same = changes.filter((each) => each.clause === clause);
        const place = same.indexOf(change);
        const [earlier, later] = [same[place - 1], same[place + 1]];
        const own = uses.filter(({ clauses }) => clauses.includes(clause));
        return [
          {
            organisation,
            clause,
            heading,
            at,
            by,
            change: change.change,
            before: ratedIn(own, earlier?.at ?? first, at),
            since: ratedIn(own, at, later?.at),
            isNewest: later === undefined,
          },
        ];
      });
    }),
  );
  return all.flat().toSorted((one, other) => other.at.getTime() - one.at.getTime());
}

function ratedIn(uses: readonly RatedUse[], from: Date, to: Date | undefined): RatedUses {
  const rated = uses.filter(({ at }) => at >= from && (to === undefined || at < to));
  return { rated: rated.length, poor: rated.filter(({ rating }) => rating !== 'yes').length };
}
