/** What is wrong with a readable policy set: complaints for its owners, worst first. */
import { PolicyError } from './policy-error';
import { readingGrade } from './reading-grade';
import type { Clause, Day, Policy } from './schema';
import type { VariationClause } from './variation-schema';

const HARDEST_CLAUSE = 8;
const HARDEST_POLICY = 6;
const FEWEST_ASKS = 8;
const LONGEST_CLAUSE_WORDS = 110;
/** An own rule that replaces a national one is met by the national ways of asking too. */
const FEWEST_ASKS_OF_A_VARIATION = { replaces: 3, adds: 5, beside: 1 };

export function checkPolicies(policies: readonly Policy[], today: Day): readonly PolicyError[] {
  return policies.flatMap((policy) => [
    ...policy.clauses.flatMap((clause) => checkClause(clause, today)),
    ...checkWhole(policy, today),
  ]);
}

/** What is wrong with organisations' own wording, for its owners. */
export function checkVariations(
  clauses: readonly VariationClause[],
  today: Day,
): readonly PolicyError[] {
  return clauses.flatMap((clause) => checkClause({ ...clause, local: true }, today, fewestAsks(clause)));
}

function fewestAsks({ replaces, beside }: VariationClause): number {
  if (replaces !== null) return FEWEST_ASKS_OF_A_VARIATION.replaces;
  return beside.length > 0 ? FEWEST_ASKS_OF_A_VARIATION.beside : FEWEST_ASKS_OF_A_VARIATION.adds;
}

function checkClause(clause: Clause, today: Day, fewest = FEWEST_ASKS): PolicyError[] {
  const wrong: PolicyError[] = [];
  const say = (problem: string, remedy: string): void => {
    wrong.push(new PolicyError(clause.file, clause.line, `${clause.id}: ${problem}`, remedy));
  };
  const grade = readingGrade(clause.text);
  if (grade > HARDEST_CLAUSE) {
    say(`reading grade ${grade.toFixed(1)}, at most ${HARDEST_CLAUSE}.`, 'Use shorter sentences and shorter words.');
  }
  const words = clause.text.split(/\s+/).length;
  if (words > LONGEST_CLAUSE_WORDS) {
    say(`${words} words, at most ${LONGEST_CLAUSE_WORDS}.`, 'A clause answers one question: split it.');
  }
  const asks = [...clause.asks, ...clause.yes, ...clause.no];
  if (asks.length < fewest) {
    say(`${asks.length} ways of asking, at least ${fewest}.`, 'Add how staff would say it, in other words than the clause.');
  }
  const twice = asks.filter((ask, index) => asks.indexOf(ask) !== index);
  if (twice.length > 0) say(`asked twice: "${twice.join('", "')}".`, 'Keep one of them.');
  if (clause.sources.length === 0 && clause.confidence !== 'unconfirmed' && !clause.local) {
    say('it names no source.', 'Add "sources", or say "confidence: unconfirmed".');
  }
  if (clause.review < today) say(`its review was due on ${clause.review}.`, 'Check the facts, then set the next date.');
  const figures = Object.keys(clause.values);
  const written = [...clause.text.matchAll(/£?\d[\d,]*(?:\.\d+)?%?/g)].length;
  if (written > 0 && figures.length === 0 && /£|%|\d+ (?:days|weeks|months|hours)/.test(clause.text)) {
    say('it has figures in its text but no "values".', 'Give each figure a name (in a file, under "values") and write {name} in the text.');
  }
  return wrong;
}

function checkWhole(policy: Policy, today: Day): PolicyError[] {
  const wrong: PolicyError[] = [];
  const grade = readingGrade(policy.clauses.map((clause) => clause.text).join('\n'));
  if (grade > HARDEST_POLICY) {
    const problem = `${policy.meta.id}: reading grade ${grade.toFixed(1)} over the whole policy, at most ${HARDEST_POLICY}.`;
    wrong.push(new PolicyError(policy.file, 1, problem, 'Use shorter sentences and shorter words.'));
  }
  if (policy.meta.review < today) {
    const problem = `${policy.meta.id}: its review was due on ${policy.meta.review}.`;
    wrong.push(new PolicyError(policy.file, 1, problem, 'Check the facts, then set the next date.'));
  }
  return wrong;
}
