/** For an address that names no policy: the ones it may have meant. */
import { distance } from 'fastest-levenshtein';
import type { Policy } from '../../knowledge';

const SHOWN = 3;
/** Two letters wrong is a slip; in a short word it is another word. */
const SLIPS = 2;
const SHORTEST_WITH_SLIPS = 5;

/** Those that share most words with it come first, slips forgiven; then those spelt most like it. */
export function nearestPolicies(policies: readonly Policy[], asked: string): readonly Policy[] {
  const words = wordsOf(asked);
  return policies
    .map((policy) => ({
      policy,
      shared: words.filter((word) => wordsOf(policy.meta.id).some((other) => alike(word, other))),
      apart: distance(asked.toLowerCase(), policy.meta.id),
    }))
    .toSorted((one, other) => other.shared.length - one.shared.length || one.apart - other.apart)
    .slice(0, SHOWN)
    .map(({ policy }) => policy);
}

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');

const alike = (one: string, other: string): boolean =>
  one === other || (one.length >= SHORTEST_WITH_SLIPS && distance(one, other) <= SLIPS);
