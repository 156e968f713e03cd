/**
 * Which clause answers: first which policy the question is about, then which of its clauses.
 * The two are told apart because policies share their words (leave, pay, notice) while the
 * clauses of one policy share its subject. The weights of what was learned were
 * fitted, those of who asks were chosen by hand: see
 * deployment/decisions/0020-finding-by-what-was-learned.md.
 */
import type { Judge } from './judge';
import type { Judgement } from './judgement';
import { oddsIn } from './odds';
import { asksOfBankStaff } from './policies/circumstances';
import type { Gap, PolicySet } from './policies/policy-set';
import type { Clause } from './policies/schema';
import type { Question } from './question';
import type { Reading } from './sense/sense';
import { weigh, WORD_FOR_WORD, type Looked, type Weighed } from './weigh';

export interface Candidate {
  readonly id: string;
  readonly policy: string;
  /** Undefined for a known gap. */
  readonly clause: Clause | undefined;
  readonly gap: Gap | undefined;
  /** 0 to 1: the chance of its policy, times how likely it is beside the likeliest clause there. */
  readonly score: number;
  readonly judgement: Judgement;
  /** Natural logarithm of the odds that it answers at all; undefined where nothing was learned. */
  readonly odds: number | undefined;
  /** False where the clause names other contract terms than the asker's. */
  readonly forAsker: boolean;
}

export function rank(
  question: Question,
  looked: Looked,
  set: PolicySet,
  judge: Judge,
): Candidate[] {
  const weighed = weigh(looked, question, set, judge);
  const score =
    looked.reading === undefined ? byThemselves(weighed) : byPolicy(weighed, looked.reading);
  const odds = looked.reading && oddsIn(looked.text, looked.reading, weighed);
  return weighed
    .map((one): Candidate => {
      const { id, policy, clause, gap, judgement } = one;
      return {
        id,
        policy,
        clause,
        gap,
        judgement,
        odds: odds?.(one),
        forAsker: clause === undefined || isFor(clause, question),
        score: score(id, policy),
      };
    })
    .sort((a, b) => b.score - a.score);
}

/** On the asker's own terms, or for those whom the asker names: "do bank staff get sick pay". */
const isFor = ({ staffGroups }: Clause, { staffGroup, text }: Question): boolean =>
  staffGroups.includes(staffGroup) || (staffGroups.includes('bank') && asksOfBankStaff(text));

type Score = (id: string, policy: string) => number;

/** Documents have no policies to tell apart. */
function byThemselves(weighed: readonly Weighed[]): Score {
  const all = chances(new Map(weighed.map(({ id, own }) => [id, own])));
  return (id) => all.get(id) ?? 0;
}

function byPolicy(weighed: readonly Weighed[], reading: Reading): Score {
  const groups = byPolicyOf(weighed);
  const policies = chances(policyWeights(groups, reading));
  const within = withinPolicies(groups);
  return (id, policy) => (policies.get(policy) ?? 0) * (within.get(id) ?? 0);
}

type Groups = ReadonlyMap<string, readonly Weighed[]>;

/** By policy: how well the message as a whole fits it, as a logarithm. */
function policyWeights(groups: Groups, reading: Reading): Map<string, number> {
  const weights = new Map<string, number>();
  for (const [policy, own] of groups) {
    const hit = together(own, (one) => one.hit);
    const near = together(own, (one) => one.near);
    const said = own.some(({ wordForWord }) => wordForWord) ? WORD_FOR_WORD : 0;
    const unspoken = said === 0 ? (own[0]?.ofPolicy ?? 0) : 0;
    weights.set(policy, 4.3 * hit + 0.52 * reading.chanceOf(policy) + 6.4 * near + said + unspoken);
  }
  return weights;
}

function byPolicyOf(weighed: readonly Weighed[]): Map<string, Weighed[]> {
  const byPolicy = new Map<string, Weighed[]>();
  for (const one of weighed) {
    const own = byPolicy.get(one.policy);
    if (own === undefined) byPolicy.set(one.policy, [one]);
    else own.push(one);
  }
  return byPolicy;
}

/** A policy fits by its best clause, and a little by the next two. */
function together(own: readonly Weighed[], valueOf: (one: Weighed) => number): number {
  let [best, second, third] = [0, 0, 0];
  for (const one of own) {
    const value = valueOf(one);
    if (value > best) [best, second, third] = [value, best, second];
    else if (value > second) [second, third] = [value, second];
    else if (value > third) third = value;
  }
  return best + 0.15 * second + 0.1 * third;
}

/** By passage: 1 for the likeliest of its policy, less for the others. */
function withinPolicies(groups: Groups): Map<string, number> {
  const within = new Map<string, number>();
  for (const own of groups.values()) {
    let top = -Infinity;
    for (const one of own) top = Math.max(top, one.own);
    for (const one of own) within.set(one.id, Math.exp(one.own - top));
  }
  return within;
}

/** Weights as chances that come to 1. */
function chances(weights: ReadonlyMap<string, number>): Map<string, number> {
  const top = Math.max(...weights.values());
  const raw = [...weights].map(([name, weight]) => [name, Math.exp(weight - top)] as const);
  const whole = raw.reduce((sum, [, value]) => sum + value, 0);
  return new Map(raw.map(([name, value]) => [name, value / whole]));
}
