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
import { asksOfTheirStaff } from './point-of-view';
import type { Gap, PolicySet } from './policies/policy-set';
import type { Clause } from './policies/schema';
import type { Question } from './question';
import type { Reading } from './sense/sense';
import type { Hit } from './sources/source';
import { wordsOf } from './words/normalise';

/** What was learned has not seen a writer's own words asked; they settle it. */
const WORD_FOR_WORD = 6;
/** What is asked in the same words is as alike as can be, but for rounding. */
const ALL_ALIKE = 0.99;

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

/** What was searched for, and what came of it. */
export interface Looked {
  readonly text: string;
  readonly terms: readonly string[];
  readonly hits: readonly Hit[];
  /** Undefined for documents of one's own. */
  readonly reading: Reading | undefined;
  /** Policies whose likeliest passages are weighed too, found or not: that of the question before. */
  readonly policies: readonly string[];
  /** Passages to weigh too, found or not. */
  readonly also: readonly string[];
}

/** What is known of a candidate before policies are weighed against one another. */
interface Weighed {
  readonly id: string;
  readonly policy: string;
  readonly clause: Clause | undefined;
  readonly gap: Gap | undefined;
  readonly judgement: Judgement;
  /** 0 to 1: of the best hit's score. */
  readonly hit: number;
  readonly near: number;
  /** In the same words as one of its ways of asking: a pressed button is. */
  readonly wordForWord: boolean;
  /** How well it fits within its policy, as a logarithm. */
  readonly own: number;
}

export function rank(
  question: Question,
  looked: Looked,
  set: PolicySet,
  judge: Judge,
): Candidate[] {
  const weighed = gather(looked, question, set, judge);
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
        forAsker: clause === undefined || clause.staffGroups.includes(question.staffGroup),
        score: score(id, policy),
      };
    })
    .sort((a, b) => b.score - a.score);
}

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

function gather(
  { text, terms, hits, reading, policies, also }: Looked,
  question: Question,
  set: PolicySet,
  judge: Judge,
): Weighed[] {
  const top = hits[0]?.score ?? 1;
  const scores = new Map(hits.map(({ id, score }) => [id, score / top]));
  const ids = new Set([
    ...scores.keys(),
    ...(reading?.nearest ?? []),
    ...[...(reading?.likeliest ?? []), ...policies].flatMap((policy) => {
      const passages = set.passagesOf(policy);
      const ownTerms = passages.filter((id) => isOnOwnTerms(set.clause(id), question));
      return reading === undefined ? passages : [...reading.likelyOf(passages), ...ownTerms];
    }),
    ...also,
  ]);
  const asker = askerOf(question);
  const weighed: Weighed[] = [];
  for (const id of ids) {
    const clause = set.clause(id);
    const gap = clause === undefined ? set.gap(id) : undefined;
    if (clause === undefined ? gap === undefined : !isInForce(clause, question)) continue;
    const judgement = judge.judge(terms, id);
    const hit = scores.get(id) ?? 0;
    const near = reading?.nearness(id) ?? 0;
    // Words of somebody on other terms settle nothing for this asker.
    const forAsker = clause?.staffGroups.includes(question.staffGroup) ?? true;
    const wordForWord =
      reading !== undefined &&
      forAsker &&
      judgement.alike >= ALL_ALIKE &&
      sameWords(judgement.ask, text);
    const own =
      suits(clause, asker) +
      ownWeight(hit, near, judgement, reading !== undefined) +
      (wordForWord ? WORD_FOR_WORD : 0);
    const policy = policyOf(clause, gap);
    weighed.push({ id, clause, gap, policy, judgement, hit, near, wordForWord, own });
  }
  return weighed;
}

/** Where a policy says that another contract decides, those on it must be told. */
const isOnOwnTerms = (clause: Clause | undefined, { staffGroup }: Question): boolean =>
  staffGroup !== 'agenda-for-change' &&
  clause?.staffGroups.includes(staffGroup) === true &&
  !clause.staffGroups.includes('agenda-for-change');

const sameWords = (one: string, other: string): boolean =>
  wordsOf(one).join(' ') === wordsOf(other).join(' ');

const policyOf = (clause: Clause | undefined, gap: Gap | undefined): string =>
  clause?.policy ?? gap?.policy.meta.id ?? '';

const isInForce = ({ effective, until }: Clause, { on }: Question): boolean =>
  effective <= on && (until === undefined || on <= until);

function ownWeight(hit: number, near: number, judgement: Judgement, learned: boolean): number {
  const { alike, covered } = judgement;
  return learned
    ? 0.4 * hit - 1.9 * alike + 2.7 * covered + 14.4 * near
    : 4.5 * hit + 3.5 * alike + 2 * covered;
}

type Groups = ReadonlyMap<string, readonly Weighed[]>;

/** By policy: how well the message as a whole fits it, as a logarithm. */
function policyWeights(groups: Groups, reading: Reading): Map<string, number> {
  const weights = new Map<string, number>();
  for (const [policy, own] of groups) {
    const hit = together(own, (one) => one.hit);
    const near = together(own, (one) => one.near);
    const said = own.some(({ wordForWord }) => wordForWord) ? WORD_FOR_WORD : 0;
    weights.set(policy, 4.3 * hit + 0.52 * reading.chanceOf(policy) + 6.4 * near + said);
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

/** What of the asker makes one clause suit better than another. */
interface AskerSide {
  readonly staffGroup: Question['staffGroup'];
  readonly isManager: boolean;
  readonly ofTheirStaff: boolean;
}

const askerOf = ({ staffGroup, pointOfView, text }: Question): AskerSide => ({
  staffGroup,
  isManager: pointOfView === 'manager',
  ofTheirStaff: asksOfTheirStaff(text),
});

function suits(clause: Clause | undefined, asker: AskerSide): number {
  return clause === undefined
    ? 0
    : sideOf(clause, asker) + writtenFor(clause, asker) + early(clause);
}

/** Writers put what most people ask first. */
const early = ({ number }: Clause): number => 0.3 * Math.max(0, 1 - (number - 1) / 10);

/** A rule written for the asker's own terms comes before one of law, which is for all. */
function writtenFor({ staffGroups }: Clause, { staffGroup }: AskerSide): number {
  if (!staffGroups.includes(staffGroup)) return 0;
  if (staffGroup === 'agenda-for-change') return staffGroups.length === 1 ? 0.5 : 0;
  return staffGroups.includes('agenda-for-change') ? 0 : 2;
}

/** A manager who speaks of their staff is rather told the manager's side, and staff theirs. */
function sideOf(clause: Clause, { isManager, ofTheirStaff }: AskerSide): number {
  if (clause.for === 'everyone') return 0;
  if (clause.for === 'manager') return ofTheirStaff ? 0.6 : isManager ? 0 : -0.6;
  return ofTheirStaff ? -0.4 : 0.2;
}
