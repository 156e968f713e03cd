/** Several looks at one message (the whole of it, its question, with the one before) as one ranking. */
import type { Candidate } from './rank';

export interface Look {
  readonly candidates: readonly Candidate[];
  /** How much this look decides which policy is meant. All looks' shares come to 1. */
  readonly ofPolicy: number;
  /** The same for which of its clauses. */
  readonly ofClause: number;
}

/** By policy: the chance of its likeliest clause, which is its own; all come to 1. */
export function policyChances(candidates: readonly Candidate[]): Map<string, number> {
  const chances = new Map<string, number>();
  for (const { policy, score } of candidates)
    chances.set(policy, Math.max(chances.get(policy) ?? 0, score));
  const whole = [...chances.values()].reduce((sum, chance) => sum + chance, 0) || 1;
  return new Map([...chances].map(([policy, chance]) => [policy, chance / whole]));
}

/** @returns best first; each candidate as the look saw it that speaks for it most */
export function mix(looks: readonly Look[]): Candidate[] {
  const policies = new Map<string, number>();
  const clauses = new Map<string, number>();
  const seen = new Map<string, Candidate>();
  for (const { candidates, ofPolicy, ofClause } of looks) {
    const chances = policyChances(candidates);
    for (const [policy, chance] of chances) add(policies, policy, ofPolicy * chance);
    const tops = topsOf(candidates);
    for (const candidate of candidates) {
      const { id, policy, score } = candidate;
      add(clauses, id, (ofClause * score) / (tops.get(policy) ?? 1));
      const before = seen.get(id);
      if (before === undefined || strengthOf(candidate) > strengthOf(before))
        seen.set(id, candidate);
    }
  }
  return [...seen.values()]
    .map((one) => ({
      ...one,
      score: (policies.get(one.policy) ?? 0) * (clauses.get(one.id) ?? 0),
    }))
    .sort((a, b) => b.score - a.score);
}

const strengthOf = ({ odds, judgement }: Candidate): number =>
  odds ?? judgement.alike + judgement.covered;

function topsOf(candidates: readonly Candidate[]): Map<string, number> {
  const tops = new Map<string, number>();
  for (const { policy, score } of candidates)
    tops.set(policy, Math.max(tops.get(policy) ?? Number.MIN_VALUE, score));
  return tops;
}

function add(sums: Map<string, number>, name: string, value: number): void {
  sums.set(name, (sums.get(name) ?? 0) + value);
}
