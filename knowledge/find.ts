/** From a question to ranked clauses: search, a second look at each, and what fits this asker. */
import { createJudge, type Judge } from './judge';
import type { Judgement } from './judgement';
import type { Found } from './outcome';
import type { Gap, PolicySet } from './policies/policy-set';
import { questionIn } from './story';
import { asksOfTheirStaff } from './point-of-view';
import type { Clause } from './policies/schema';
import type { Question } from './question';
import type { KnowledgeSource } from './sources/source';
import { isShape } from './words/normalise';
import type { Vocabulary } from './words/vocabulary';

export interface Candidate {
  readonly id: string;
  readonly policy: string;
  /** Undefined for a known gap. */
  readonly clause: Clause | undefined;
  readonly gap: Gap | undefined;
  readonly score: number;
  readonly judgement: Judgement;
  /** False where the clause names other contract terms than the asker's. */
  readonly forAsker: boolean;
}

export interface Finding {
  readonly candidates: readonly Candidate[];
  readonly topics: readonly string[];
  readonly found: readonly Found[];
  /** True where the words of the question before were searched too. */
  readonly followsUp: boolean;
}

export interface Finder {
  find(question: Question, signal: AbortSignal): Promise<Finding>;
}

const LOOKED_AT = 24;
const KEPT_FOR_REVIEW = 5;
/** "What about part time?", "and if I'm on nights?": what is left out is in the question before. */
const FOLLOW_UP =
  /^\s*(?:and|but|so|ok|okay|what about|how about|what if|even if|same for|for how long|how long|how many|how much|when|who|why|does|is|do|can|could|will)\b/i;
/** So alike and so well covered that it needs no question before it. */
const STANDS_ALONE = 1.2;
/** A follow-up's own words count too: the answer must have at least this much of them. */
const OWN_WORDS = 0.5;
const POINTS_BACK = /\b(?:it|that|this|those|they|them|then|instead)\b/i;

export function createFinder(
  set: PolicySet,
  source: KnowledgeSource,
  vocabulary: Vocabulary,
  judge: Judge = createJudge(set.passages, vocabulary),
): Finder {
  return {
    async find(question, signal) {
      const options = {
        organisation: question.organisation,
        on: question.on,
        limit: LOOKED_AT,
        signal,
      };
      const whole = rank(
        question,
        await source.search(question.text, options),
        set,
        judge,
        vocabulary,
        question.text,
      );
      const atTheEnd = questionIn(question.text);
      // "How do I go about it" asks of what was told before.
      const says = vocabulary.termsOf(atTheEnd ?? '').filter((term) => !isShape(term));
      const asked = says.length < 2 ? undefined : atTheEnd;
      const own =
        asked === undefined
          ? whole
          : inTheStory(
              rank(question, await source.search(asked, options), set, judge, vocabulary, asked),
              whole,
            );
      const { before } = question;
      if (before === null || !mayFollowUp(question.text, own, vocabulary))
        return finding(own, false);
      const text = `${question.text} ${before.text}`;
      const joined = rank(
        question,
        await source.search(text, options),
        set,
        judge,
        vocabulary,
        text,
      );
      const ownTerms = vocabulary.termsOf(question.text).filter((term) => !isShape(term));
      const fitting = joined.filter(
        ({ id }) => ownTerms.length === 0 || judge.judge(ownTerms, id).covered >= OWN_WORDS,
      );
      return finding(stayOnTopic(fitting, before.policy, before.clause), true);
    },
  };
}

/** What the question at the end finds, among what the whole story is about. */
function inTheStory(asked: readonly Candidate[], whole: readonly Candidate[]): Candidate[] {
  const inWhole = new Map(whole.map((candidate) => [candidate.id, candidate]));
  const strength = ({ judgement }: Candidate): number => judgement.alike + judgement.covered;
  const both = asked.map((candidate) => {
    const also = inWhole.get(candidate.id);
    const stronger = also !== undefined && strength(also) > strength(candidate) ? also : candidate;
    return { ...stronger, score: 0.55 * candidate.score + 0.45 * (also?.score ?? 0) };
  });
  const seen = new Set(both.map(({ id }) => id));
  const rest = whole
    .filter(({ id }) => !seen.has(id))
    .map((one) => ({ ...one, score: 0.45 * one.score }));
  return [...both, ...rest].sort((a, b) => b.score - a.score);
}

function rank(
  question: Question,
  hits: readonly { id: string; score: number }[],
  set: PolicySet,
  judge: Judge,
  vocabulary: Vocabulary,
  text: string,
): Candidate[] {
  const terms = vocabulary.termsOf(text);
  const top = hits[0]?.score ?? 1;
  return hits
    .map(({ id, score }): Candidate => {
      const clause = set.clause(id);
      const gap = set.gap(id);
      const judgement = judge.judge(terms, id);
      return {
        id,
        clause,
        gap,
        policy: clause?.policy ?? gap?.policy.meta.id ?? '',
        judgement,
        forAsker: clause === undefined || clause.staffGroups.includes(question.staffGroup),
        score:
          0.45 * (score / top) +
          0.35 * judgement.alike +
          0.2 * judgement.covered +
          fit(clause, question) +
          writtenFor(clause, question) +
          early(clause),
      };
    })
    .sort((a, b) => b.score - a.score);
}

/** Writers put what most people ask first. */
function early(clause: Clause | undefined): number {
  return clause === undefined ? 0 : 0.03 * Math.max(0, 1 - (clause.number - 1) / 10);
}

/** For somebody on other terms than most, a clause written for those terms comes first. */
function writtenFor(clause: Clause | undefined, { staffGroup }: Question): number {
  if (clause === undefined || staffGroup === 'agenda-for-change') return 0;
  const { staffGroups } = clause;
  return staffGroups.includes(staffGroup) && !staffGroups.includes('agenda-for-change') ? 0.12 : 0;
}

/** A manager who speaks of their staff is rather told the manager's side, and staff theirs. */
function fit(clause: Clause | undefined, { pointOfView, text }: Question): number {
  if (clause === undefined || clause.for === 'everyone') return 0;
  const ofTheirStaff = asksOfTheirStaff(text);
  if (clause.for === 'manager') return ofTheirStaff ? 0.06 : pointOfView === 'manager' ? 0 : -0.06;
  return ofTheirStaff ? -0.04 : 0.02;
}

/** Left open by itself, of words that the set knows, and short or pointing back. */
function mayFollowUp(text: string, own: readonly Candidate[], vocabulary: Vocabulary): boolean {
  const subjects = vocabulary.termsOf(text).filter((term) => !isShape(term));
  if (subjects.some((term) => !vocabulary.knows(term))) return false;
  const [best] = own;
  if (
    best !== undefined &&
    best.judgement.asked > 1 &&
    best.judgement.alike + best.judgement.covered >= STANDS_ALONE
  ) {
    return false;
  }
  return (
    subjects.length <= 1 ||
    ((FOLLOW_UP.test(text) || POINTS_BACK.test(text)) && subjects.length <= 5)
  );
}

function stayOnTopic(
  candidates: readonly Candidate[],
  policy: string | null,
  clause: string | null,
): Candidate[] {
  return candidates
    .map((candidate) => ({
      ...candidate,
      score:
        candidate.score +
        (candidate.policy === policy ? 0.1 : 0) -
        (candidate.id === clause ? 0.12 : 0),
    }))
    .sort((a, b) => b.score - a.score);
}

function finding(candidates: readonly Candidate[], followsUp: boolean): Finding {
  return {
    candidates,
    followsUp,
    topics: topicsOf(candidates),
    found: candidates.slice(0, KEPT_FOR_REVIEW).map(({ id, score, clause }) => ({
      clause: id,
      score: Math.round(score * 1000) / 1000,
      version: clause?.version ?? null,
    })),
  };
}

/** A policy fits by its best clause, and a little by the next two. */
function topicsOf(candidates: readonly Candidate[]): string[] {
  const scores = new Map<string, number[]>();
  for (const { policy, score } of candidates)
    scores.set(policy, [...(scores.get(policy) ?? []), score]);
  const together = ([best = 0, second = 0, third = 0]: readonly number[]): number =>
    best + 0.15 * second + 0.1 * third;
  return [...scores]
    .sort(([, a], [, b]) => together(b) - together(a))
    .slice(0, 3)
    .map(([policy]) => policy);
}
