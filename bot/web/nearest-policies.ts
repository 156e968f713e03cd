/** For an address that names no policy: the ones it may have meant. */
import { distance } from 'fastest-levenshtein';
import type { Policy } from '../../knowledge';

const SHOWN = 3;

export function nearestPolicies(policies: readonly Policy[], asked: string): readonly Policy[] {
  const words = new Set(asked.toLowerCase().split(/[^a-z0-9]+/));
  const shared = ({ meta }: Policy) => meta.id.split('-').filter((word) => words.has(word)).length;
  return policies
    .map((policy) => ({
      policy,
      shared: shared(policy),
      apart: distance(asked.toLowerCase(), policy.meta.id),
    }))
    .toSorted((one, other) => other.shared - one.shared || one.apart - other.apart)
    .slice(0, SHOWN)
    .map(({ policy }) => policy);
}
