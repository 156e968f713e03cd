/**
 * Which figures of a clause the rules of requests rest on. An own rule in place of the clause that
 * gives no such figure, or one that cannot be counted alike, would switch the check off in silence.
 */
import { figuresOf, slotsOf } from '../../catalogue/rule-figures';
import { services } from '../../catalogue/services';
import { amountOf } from './figure';

export interface FigureInUse {
  readonly name: string;
  /** Titles of the services whose requests are held against it. */
  readonly services: readonly string[];
}

export interface FigureLost extends FigureInUse {
  /** As it is written where the check still works. */
  readonly was: string;
  /** True where there is one of that name, and it cannot be counted as the other is. */
  readonly isOfAnotherKind: boolean;
}

type Figures = Readonly<Record<string, string>>;

/** What the checks on this clause would miss with these figures in place of those. */
export const figuresLost = (clause: string, was: Figures, then: Figures): readonly FigureLost[] =>
  figuresInUse(clause).flatMap((figure) => {
    const before = was[figure.name];
    const after = then[figure.name];
    if (before === undefined || (after !== undefined && isAlike(before, after))) return [];
    return { ...figure, was: before, isOfAnotherKind: after !== undefined };
  });

function figuresInUse(clause: string): readonly FigureInUse[] {
  const users = new Map<string, Set<string>>();
  for (const { title, rules } of services)
    for (const rule of rules.filter((one) => one.clause === clause))
      for (const name of [...figuresOf(rule.check), ...slotsOf(rule)])
        users.set(name, (users.get(name) ?? new Set()).add(title));
  return [...users].map(([name, titles]) => ({ name, services: [...titles] }));
}

const TIMES = ['days', 'weeks', 'months', 'years'];

function isAlike(one: string, other: string): boolean {
  const [was, then] = [amountOf(one), amountOf(other)];
  if (was === undefined) return true;
  if (then === undefined) return false;
  return was.unit === then.unit || (TIMES.includes(was.unit) && TIMES.includes(then.unit));
}
