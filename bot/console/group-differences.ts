/** Questions whose answers change in the same words stand together: one example shows it for all of them. */
import { nearby, type Marked } from './what-differs';

/** Where a question that is tried comes from. */
export type From = 'own' | 'regression' | 'asked';

export interface Difference {
  readonly from: From;
  /** Null for a reader who may not read how staff put it. */
  readonly said: string | null;
  readonly now: Marked;
  readonly then: Marked;
  /** Set for a regression question that is answered rightly only before, or only after. */
  readonly regression: 'breaks' | 'mends' | null;
}

export interface DifferenceGroup {
  /** Those that matter most first. */
  readonly questions: readonly Pick<Difference, 'from' | 'said' | 'regression'>[];
  /** How many are not named. */
  readonly more: number;
  readonly now: Marked;
  readonly then: Marked;
}

const MOST_NAMED = 6;
const ORDER: readonly From[] = ['regression', 'asked', 'own'];

/** What breaks a regression question comes first, then what most questions meet. */
export function groupDifferences(differences: readonly Difference[]): readonly DifferenceGroup[] {
  const groups = new Map<string, Difference[]>();
  for (const one of differences) {
    const key = JSON.stringify([one.now.differs.trim(), one.then.differs.trim()]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()]
    .toSorted((one, other) => breaksIn(other) - breaksIn(one) || other.length - one.length)
    .flatMap((group) => {
      const sorted = group.toSorted((one, other) => placeOf(one) - placeOf(other));
      const [first] = sorted;
      if (first === undefined) return [];
      return [
        {
          questions: sorted.slice(0, MOST_NAMED),
          more: Math.max(0, sorted.length - MOST_NAMED),
          now: nearby(first.now),
          then: nearby(first.then),
        },
      ];
    });
}

const breaksIn = (group: readonly Difference[]): number =>
  group.filter(({ regression }) => regression === 'breaks').length;

const placeOf = ({ from, regression }: Difference): number =>
  regression === 'breaks' ? -1 : ORDER.indexOf(from);
