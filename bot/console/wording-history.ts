/** How organisations' own clauses were worded from one day to the next. */
import type { VariationEntry } from '../../knowledge';

type VariationClause = VariationEntry['clauses'][number];

export interface Reworded {
  readonly clause: string;
  readonly heading: string;
  readonly at: Date;
  /** Who published it; `seed` for what an empty store began with. */
  readonly by: string;
  /** Names what was proposed and approved; undefined where the wording came otherwise. */
  readonly change: string | undefined;
  /** Undefined where there was no such clause before, and where it is gone since. */
  readonly was: VariationClause | undefined;
  readonly became: VariationClause | undefined;
  /** The file that the new words stand in. */
  readonly content: string;
}

/** Oldest first, also what each clause began with. @param entries of one organisation */
export function rewordings(
  entries: readonly VariationEntry[],
  policy: string,
): readonly Reworded[] {
  const settled = entries.filter((entry) => entry.policy === policy && entry.state !== 'draft');
  return settled.flatMap((entry, index) => {
    const before = new Map(settled[index - 1]?.clauses.map((clause) => [clause.id, clause]));
    const after = new Map(entry.clauses.map((clause) => [clause.id, clause]));
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((clause): Reworded[] => {
      const [was, became] = [before.get(clause), after.get(clause)];
      if (saidBy(was) === saidBy(became)) return [];
      const { at, by, change, content } = entry;
      const heading = (became ?? was)?.heading ?? clause;
      return [{ clause, heading, at, by, change, was, became, content }];
    });
  });
}

const saidBy = (clause: VariationClause | undefined): string =>
  JSON.stringify([clause?.text, clause?.values, clause?.asks]);
