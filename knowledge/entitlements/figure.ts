/** Reads a named figure where it is written: beside its clause, and nowhere else. */
import type { Clause } from '../policies/schema';
import { FIGURE } from '../policies/schema';

export interface NamedFigure {
  readonly amount: number;
  readonly clause: Clause;
}

/** @throws Error where the policy has no such figure: the rule and the policy no longer agree */
export function figureOf(clauses: readonly Clause[], name: string): NamedFigure {
  for (const clause of clauses) {
    const written = clause.values[name];
    const amount = written === undefined ? undefined : FIGURE.exec(written)?.[2];
    if (amount !== undefined) return { amount: Number(amount.replaceAll(',', '')), clause };
  }
  throw new Error(
    `No clause has the figure "${name}", which a sum needs. Put it back under "values" of its clause.`,
  );
}
