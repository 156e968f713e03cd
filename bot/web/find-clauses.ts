/** The search box of the policy list: plain words over titles, headings and questions. */
import type { Clause, Policy } from '../../knowledge';

const MOST_FOUND = 20;
const SHORTEST_WORD = 3;

/** Those that have every word of it, those with more of them in the heading first. */
export const findClauses = (policies: readonly Policy[], search: string): readonly Clause[] =>
  findIn(
    policies.flatMap((policy) => policy.clauses),
    search,
  );

export function findIn<One extends Clause>(
  clauses: readonly One[],
  search: string,
): readonly One[] {
  const words = search
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= SHORTEST_WORD);
  if (words.length === 0) return [];
  const count = (text: string) => words.filter((word) => text.toLowerCase().includes(word)).length;
  return clauses
    .filter((clause) => count(everythingAskedOf(clause)) === words.length)
    .map((clause) => ({ clause, rank: count(`${clause.heading} ${clause.question}`) }))
    .toSorted((one, other) => other.rank - one.rank)
    .slice(0, MOST_FOUND)
    .map(({ clause }) => clause);
}

const everythingAskedOf = (clause: Clause): string =>
  [
    clause.policyTitle,
    clause.heading,
    clause.question,
    ...clause.asks,
    ...clause.yes,
    ...clause.no,
  ].join('\n');
