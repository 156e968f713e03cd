/** A sum that is done by rule: facts and clauses in, cited lines out. Never by a model. */
import type { Clause, Day, SumName } from '../policies/schema';
import type { FactName, Facts } from './facts';
import type { NamedFigure } from './figure';

/** A paragraph, and the clauses whose rules or figures it used. */
export interface Line {
  readonly text: string;
  readonly clauses: readonly Clause[];
}

/** Not worked out: one more fact is needed. `lines` say what can be said without it; none: the rule itself. */
export interface Asks {
  readonly kind: 'asks';
  readonly fact: FactName;
  readonly lines: readonly Line[];
}

export type Worked = { readonly kind: 'worked'; readonly lines: readonly Line[] } | Asks;

/** The policy as a sum sees it: its clauses by number. */
export interface Book {
  /** The clause that the question found. */
  readonly asked: Clause;
  readonly on: Day;
  /** Hours of a full-time week. */
  readonly fullTimeWeek: number;
  /** @throws Error where the policy has no such clause, or none for this asker */
  clause(number: number): Clause;
  /** @throws Error where the clause has no such figure */
  figure(number: number, name: string): NamedFigure;
}

export interface Sum {
  readonly name: SumName;
  readonly policy: string;
  /** The clauses that it reads; an asker for whom one of them does not hold gets no sum. */
  readonly reads: readonly [number, ...number[]];
  /** True where the rule alone leaves most people asking for their own figure. */
  readonly asksAlways: boolean;
  /** @returns undefined where the facts do not fit the rule: the rule is told instead */
  work(facts: Facts, book: Book): Worked | undefined;
}

export const worked = (...lines: readonly Line[]): Worked => ({ kind: 'worked', lines });
export const asks = (fact: FactName, ...lines: readonly Line[]): Worked => ({
  kind: 'asks',
  fact,
  lines,
});
export const line = (text: string, ...clauses: readonly Clause[]): Line => ({ text, clauses });
