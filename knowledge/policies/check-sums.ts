/**
 * Sums whose figures have gone: a clause that a sum reads must be there and name every figure, or
 * the sum falls silent without a word. Each is done once for people who need all of its figures.
 */
import type { Facts } from '../entitlements/facts';
import { sums } from '../entitlements/sums';
import { bookFor } from '../entitlements/work-out';
import { PolicyError } from './policy-error';
import type { PolicySet } from './policy-set';
import type { Clause, Day, SumName } from './schema';
import people from './sum-people.json';

export function checkSums(set: PolicySet, today: Day): readonly PolicyError[] {
  return Object.values(sums).flatMap((sum) => {
    const led = set.policy(sum.policy)?.clauses.find((clause) => clause.sum === sum.name);
    return led === undefined ? [] : [...missingClauses(led, set), ...missingFigures(led, set, today)];
  });
}

const told = (at: Clause, problem: string, remedy: string): PolicyError =>
  new PolicyError(at.file, at.line, problem, remedy);

function missingClauses(led: Clause, set: PolicySet): PolicyError[] {
  const sum = led.sum && sums[led.sum];
  return (sum?.reads ?? [])
    .map((number) => `${led.policy}.${number}`)
    .filter((id) => set.clause(id) === undefined)
    .map((id) =>
      told(led, `${led.id}: its sum reads the clause ${id}, which is not there.`, 'Put it back, or take "sum" out.'),
    );
}

/** One complaint a figure, however many people need it. */
function missingFigures(led: Clause, set: PolicySet, today: Day): PolicyError[] {
  const problems = new Set<string>();
  for (const facts of PEOPLE[led.sum ?? 'annual-leave'] ?? []) {
    try {
      const sum = led.sum && sums[led.sum];
      const book = sum && bookFor(sum, led, { ...ASKER, on: today }, set);
      if (book !== undefined) sum?.work(facts, book);
    } catch (error) {
      problems.add(error instanceof Error ? error.message : String(error));
    }
  }
  return [...problems].map((problem) => told(led, problem, 'Or take "sum" out of its clauses.'));
}

const PEOPLE: Readonly<Partial<Record<SumName, readonly Facts[]>>> = people as Partial<
  Record<SumName, Facts[]>
>;

const ASKER = {
  text: '',
  before: null,
  organisation: undefined,
  staffGroup: 'agenda-for-change',
  pointOfView: 'staff',
  particulars: {},
} as const;
