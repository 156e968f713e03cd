/**
 * "And after 5?", "what about part time": what is left out is in the question before. How much a
 * message leans on it is a matter of degree, so what it finds by itself and what it finds
 * together with the question before are weighed, and nothing is ruled out.
 */
import { policyChances } from './mix';
import type { Question } from './question';
import type { Candidate } from './rank';
import { subjectsIn } from './thread';
import { wordsOf } from './words/normalise';
import type { Vocabulary } from './words/vocabulary';

export interface Leaning {
  /** How many times likelier the policy of the question before is. */
  readonly likelier: number;
  /** 0 to 1: how much both questions together decide which policy is meant … */
  readonly ofPolicy: number;
  /** … and, less, whether it is for a people policy at all: of that the one before says little. */
  readonly ofOdds: number;
  /** How much the message alone decides which clause is meant. */
  readonly alone: number;
  /** How likely the clause that was just read is meant again, beside another one. */
  readonly again: number;
}

type Before = NonNullable<Question['before']>;

/** "How many", "do they have to". */
const NOTHING: Leaning = { likelier: 1000, ofPolicy: 0.8, alone: 0.6, ofOdds: 1, again: 2 };
/** A word or two: "and after 5?", "paid?". */
const EMPTY: Leaning = { likelier: 200, ofPolicy: 0.6, alone: 1, ofOdds: 0.5, again: 2 };
const HARD: Leaning = { likelier: 50, ofPolicy: 0.5, alone: 1, ofOdds: 0.5, again: 0.3 };
const LIGHT: Leaning = { likelier: 10, ofPolicy: 0.35, alone: 1, ofOdds: 0.25, again: 0.5 };
/** "And annual leave": the question before says little of it. */
const MOVES_ON: Leaning = { ...LIGHT, likelier: 2 };
/** "No, I meant unpaid": neither the policy nor the clause need have been right. */
const CORRECTED: Leaning = { likelier: 3, ofPolicy: 0.6, alone: 1, ofOdds: 0.7, again: 0.05 };
/** How much both questions together decide which clause is meant. */
const TOGETHER = 0.5;
/** A few words are nearer to the words of a way of asking than to all that it means. */
const OF_WORDS = 2;
/** So much likelier are the clauses that people ask for next. */
const ASKED_NEXT = 1.5;

const GOES_ON =
  /^\W*(?:and|but|or|so|ok|okay|what about|how about|what if|even if|same for|is (?:it|that)|are they|does (?:it|that)|do they)\b/i;
/** "Really?" and "fair enough" ask nothing. */
const ASKS =
  /\b(?:how|what|whats|when|where|who|why|which|can|could|do|does|did|is|are|was|will|would|should|must|may|has|have|if|for)\b/i;
const POINTS_BACK = /\b(?:it|its|that|this|those|these|they|them|then|instead|either|one)\b/i;
/** Asked in a writer's own words, it needs no question before it. */
const WORD_FOR_WORD = 0.9;
/** How much of it a subject of its own has, and the odds from which it is one. */
const NEARLY_ALL = 0.8;
const SURELY = 2;
const NEARLY_ASKED = 0.6;
const FEW_WORDS = 5;
const FEW_SUBJECTS = 5;
/** By so much the odds rise where the policy of the question before has all that was said. */
const SPEAKS_OF_IT = 3;
/** What one of the looks did not find is as likely there as this, beside the likeliest. */
const UNSEEN = 0.002;

export interface Said {
  readonly text: string;
  /** What the message finds by itself, best first. */
  readonly own: readonly Candidate[];
  readonly before: Before;
  /** True where it puts right how the message before was taken. */
  readonly corrects: boolean;
}

/** @returns undefined where it stands by itself */
export function leaningOf(
  { text, own, before, corrects }: Said,
  vocabulary: Vocabulary,
): Leaning | undefined {
  const subjects = subjectsIn(text, vocabulary);
  if (isWordForWord(text, own, subjects.length)) return undefined;
  const sayable = subjects.length >= 2 && saysItAll(own);
  const ofAnother = sayable && own[0]?.policy !== before.policy;
  const isSure = sayable && (own[0]?.odds ?? 0) >= SURELY;
  if (ofAnother && isSure) return undefined;
  if (corrects) return CORRECTED;
  if (ofAnother) return MOVES_ON;
  const words = wordsOf(text).length;
  if (subjects.length === 0) return ASKS.test(text) ? NOTHING : HARD;
  const isShort = subjects.length === 1 || (subjects.length === 2 && !isSure);
  if (isShort && words <= FEW_WORDS) return EMPTY;
  const goesOn = GOES_ON.test(text) && words <= 4 * FEW_WORDS;
  if (goesOn || (subjects.length <= FEW_SUBJECTS && POINTS_BACK.test(text))) return HARD;
  if (isSure && isNearlyAsked(own)) return undefined;
  return subjects.length <= FEW_SUBJECTS ? LIGHT : undefined;
}

/** "How long can they take" is asked of many things; only a subject makes it one's own. */
function isWordForWord(text: string, own: readonly Candidate[], subjects: number): boolean {
  const { alike = 0, ask = '' } = own[0]?.judgement ?? {};
  if (subjects >= 2) return alike >= WORD_FOR_WORD;
  return subjects === 1 && wordsOf(ask).join(' ') === wordsOf(text).join(' ');
}

/** "And annual leave": all that it says is said of one policy. */
function saysItAll(own: readonly Candidate[]): boolean {
  const [best] = own;
  return (
    best !== undefined &&
    best.judgement.covered >= NEARLY_ALL &&
    (policyChances(own).get(best.policy) ?? 0) >= NEARLY_ALL
  );
}

/** A writer asked nearly the same: of its clause, too, the question before says nothing more. */
const isNearlyAsked = ([best]: readonly Candidate[]): boolean =>
  (best?.judgement.alike ?? 0) >= NEARLY_ASKED;

/** A message as it is by itself, with the question before, and what was read then. */
export interface Heard {
  readonly own: readonly Candidate[];
  readonly joined: readonly Candidate[];
  readonly before: Before;
  /** The clauses that people ask for after that one. */
  readonly next: readonly string[];
}

/** Both rankings as one, the policy and the clause of the question before weighed in. */
export function goOn(heard: Heard, leaning: Leaning): Candidate[] {
  const seen = [...new Map(both(heard).map((candidate) => [candidate.id, candidate])).values()];
  const chance = policyChance(heard, leaning);
  const fit = clauseFit(heard, leaning);
  const odds = oddsOf(heard, leaning);
  const tops = topsOf(seen, fit);
  return seen
    .map((candidate) => ({
      ...candidate,
      score: (chance(candidate) * fit(candidate)) / (tops.get(candidate.policy) ?? 1),
      odds: odds(candidate),
    }))
    .sort((a, b) => b.score - a.score);
}

/** What the message found by itself wins. */
const both = ({ own, joined }: Heard): Candidate[] => [...joined, ...own];

type Measure = (candidate: Candidate) => number;

function policyChance({ own, joined, before }: Heard, leaning: Leaning): Measure {
  const { likelier, ofPolicy } = leaning;
  const alone = policyChances(weigh(own, before.policy, likelier));
  const together = policyChances(weigh(joined, before.policy, likelier));
  return ({ policy }) =>
    (1 - ofPolicy) * (alone.get(policy) ?? 0) + ofPolicy * (together.get(policy) ?? 0);
}

function clauseFit({ own, joined, before, next }: Heard, { alone, again }: Leaning): Measure {
  const [byItself, together] = [withinPolicies(own), withinPolicies(joined)];
  const likelier = new Map(next.map((id) => [id, ASKED_NEXT]));
  if (before.clause !== null) likelier.set(before.clause, again);
  // As the mean of both: two looks that agree are no surer than one of how far apart clauses are.
  return ({ id }) =>
    ((byItself.get(id) ?? UNSEEN) ** alone *
      (together.get(id) ?? UNSEEN) ** TOGETHER *
      (likelier.get(id) ?? 1)) **
    (1 / (alone + TOGETHER));
}

/** By passage: 1 for the likeliest of its policy, less for the others, and more for like words. */
function withinPolicies(candidates: readonly Candidate[]): Map<string, number> {
  const tops = topsOf(candidates, ({ score }) => score);
  return new Map(
    candidates.map(({ id, policy, score, judgement }) => [
      id,
      Math.max(UNSEEN, score / (tops.get(policy) ?? 1)) * Math.exp(OF_WORDS * judgement.alike),
    ]),
  );
}

function topsOf(candidates: readonly Candidate[], valueOf: Measure): Map<string, number> {
  const tops = new Map<string, number>();
  for (const candidate of candidates) {
    const { policy } = candidate;
    tops.set(policy, Math.max(tops.get(policy) ?? Number.MIN_VALUE, valueOf(candidate)));
  }
  return tops;
}

const weigh = (
  candidates: readonly Candidate[],
  policy: string | null,
  likelier: number,
): Candidate[] =>
  candidates.map((candidate) =>
    candidate.policy === policy ? { ...candidate, score: likelier * candidate.score } : candidate,
  );

/**
 * What only one of the looks found is taken as the other's unlikeliest. The policy of the question
 * before answers a message that has nothing in it which is not spoken of there.
 */
function oddsOf(
  { own, joined, before }: Heard,
  leaning: Leaning,
): (candidate: Candidate) => number | undefined {
  const worst = Math.min(...own.map(({ odds }) => odds ?? 0));
  const byId = (candidates: readonly Candidate[]): Map<string, Candidate> =>
    new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const [alone, together] = [byId(own), byId(joined)];
  const isOfBefore = ({ policy }: Candidate): boolean =>
    before.clause !== null && policy === before.policy;
  return (candidate) => {
    if (candidate.odds === undefined) return undefined;
    const [one, other] = [alone.get(candidate.id), together.get(candidate.id)];
    const said = leaning === NOTHING ? 1 : (one?.judgement.covered ?? 0);
    return (
      (1 - leaning.ofOdds) * (one?.odds ?? worst) +
      leaning.ofOdds * (other?.odds ?? worst) +
      (isOfBefore(candidate) ? SPEAKS_OF_IT * said : 0)
    );
  };
}
