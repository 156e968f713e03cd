/** The policies in force together: found by id, and cut into passages for a source. */
import { sentencesOf } from '../best-part';
import type { Passage } from '../sources/source';
import { kinOf } from '../words/kin';
import type { Clause, Policy } from './schema';

/** A question that the set leaves open on purpose. */
export interface Gap {
  readonly id: string;
  readonly policy: Policy;
  readonly topic: string;
  readonly asks: readonly string[];
}

export interface PolicySet {
  readonly policies: readonly Policy[];
  policy(id: string): Policy | undefined;
  clause(id: string): Clause | undefined;
  gap(id: string): Gap | undefined;
  readonly passages: readonly Passage[];
  /** Ids of a policy's clauses and gaps; none where it is not known. */
  passagesOf(policy: string): readonly string[];
}

export function createPolicySet(policies: readonly Policy[]): PolicySet {
  const byId = new Map(policies.map((policy) => [policy.meta.id, policy]));
  const clauses = new Map(policies.flatMap((policy) => policy.clauses.map((clause) => [clause.id, clause])));
  const gaps = new Map(policies.flatMap(gapsOf).map((gap) => [gap.id, gap]));
  const passages = [...[...clauses.values()].map(clausePassage), ...[...gaps.values()].map(gapPassage)];
  const byPolicy = new Map(policies.map(({ meta: { id } }) => [id, [] as string[]]));
  for (const { id, policy } of passages) byPolicy.get(policy)?.push(id);
  return {
    policies,
    passagesOf: (policy) => byPolicy.get(policy) ?? [],
    policy: (id) => byId.get(id),
    clause: (id) => clauses.get(id),
    gap: (id) => gaps.get(id),
    passages,
  };
}

function gapsOf(policy: Policy): Gap[] {
  return policy.meta.notCovered.map((gap, index) => ({
    id: `${policy.meta.id}.gap.${index + 1}`,
    policy,
    topic: gap.topic,
    asks: gap.asks,
  }));
}

export function clausePassage(clause: Clause): Passage {
  return {
    id: clause.id,
    policy: clause.policy,
    title: clause.policyTitle,
    heading: clause.heading,
    asks: [clause.question, ...clause.asks, ...clause.yes, ...clause.no],
    text: clause.text,
    ...(clause.version === null && { sentences: sentencesWithKin(clause) }),
    organisation: null,
    staffGroups: clause.staffGroups,
    effective: clause.effective,
    until: clause.until,
  };
}

function sentencesWithKin(clause: Clause): NonNullable<Passage['sentences']> {
  return [clause.question, ...sentencesOf(clause.text)].map((said) => ({ said, near: kinOf(said) }));
}

function gapPassage(gap: Gap): Passage {
  const { meta } = gap.policy;
  return {
    id: gap.id,
    policy: meta.id,
    title: meta.title,
    heading: gap.topic,
    asks: gap.asks,
    text: gap.topic,
    organisation: null,
    staffGroups: ['agenda-for-change', 'medical-and-dental', 'very-senior-manager', 'bank', 'local-contract'],
    effective: '0001-01-01',
    until: undefined,
  };
}
