/** Reads a named figure where it is written: beside its clause, and nowhere else. */
import type { Clause } from '../policies/schema';
import { FIGURE } from '../policies/schema';

export interface NamedFigure {
  readonly amount: number;
  readonly clause: Clause;
}

/** @throws Error where the clause has no such figure: the rule and the policy no longer agree */
export function figureOf(clause: Clause, name: string): NamedFigure {
  const written = clause.values[name];
  const amount = written === undefined ? undefined : FIGURE.exec(written)?.[2];
  if (amount === undefined)
    throw new Error(
      `${clause.id} has no figure "${name}", which a sum needs. Put it back under "values".`,
    );
  return { amount: Number(amount.replaceAll(',', '')), clause };
}
