/**
 * "And after 5?", "what about part time": what is left out is in the question before. How much a
 * message leans on it is a matter of degree, so what it finds by itself and what it finds
 * together with the question before are weighed, and nothing is ruled out.
 */
import type { Question } from './question';
import type { Candidate } from './rank';
import { isShape, wordsOf } from './words/normalise';
import type { Vocabulary } from './words/vocabulary';

/** How many times likelier the policy of the question before is. */
export type Leaning = number;

const LEANS_HARD: Leaning = 20;
const LEANS: Leaning = 5;
const STANDS: Leaning = 1;
/** How much the odds that it answers at all are those of both questions together. */
const TRUST_IF_HARD = 0.6;
const TRUST = 0.25;
/** So much less likely is the clause that was just read. */
const SAME_CLAUSE = 0.3;

const GOES_ON =
  /^\W*(?:and|but|or|so|ok|okay|what about|how about|what if|even if|same for|is (?:it|that)|are they|does (?:it|that)|do they)\b/i;
const POINTS_BACK = /\b(?:it|its|that|this|those|these|they|them|then|instead|either|one)\b/i;
const FEW_WORDS = 5;
const FEW_SUBJECTS = 5;

export function leaningOf(text: string, vocabulary: Vocabulary): Leaning {
  const subjects = vocabulary.termsOf(text).filter((term) => !isShape(term));
  const words = wordsOf(text).length;
  if (subjects.length <= 1 && words <= FEW_WORDS) return LEANS_HARD;
  if (GOES_ON.test(text)) return words <= 3 * FEW_WORDS ? LEANS_HARD : LEANS;
  if (subjects.length <= FEW_SUBJECTS) return POINTS_BACK.test(text) ? LEANS_HARD : LEANS;
  return STANDS;
}

/** Both rankings as one, the policy and the clause of the question before weighed in. */
export function goOn(
  own: readonly Candidate[],
  joined: readonly Candidate[],
  before: NonNullable<Question['before']>,
  leaning: Leaning,
): Candidate[] {
  const byItself = new Map(weigh(own, before, leaning).map((one) => [one.id, one]));
  const together = new Map(weigh(joined, before, leaning).map((one) => [one.id, one]));
  // What the question before was about says little of whether this one is for a people policy.
  const trust = leaning >= LEANS_HARD ? TRUST_IF_HARD : TRUST;
  const worst = Math.min(...own.map(({ odds }) => odds ?? 0));
  return [...new Map([...together, ...byItself]).values()]
    .map((candidate) => {
      const [one, other] = [byItself.get(candidate.id), together.get(candidate.id)];
      const stronger =
        one !== undefined && other !== undefined && strengthOf(other) > strengthOf(one)
          ? other
          : candidate;
      const odds =
        candidate.odds === undefined
          ? undefined
          : (1 - trust) * (one?.odds ?? worst) + trust * (other?.odds ?? worst);
      return { ...stronger, odds, score: (one?.score ?? 0) + (other?.score ?? 0) };
    })
    .sort((a, b) => b.score - a.score);
}

function weigh(
  candidates: readonly Candidate[],
  { policy, clause }: NonNullable<Question['before']>,
  leaning: Leaning,
): Candidate[] {
  const weighed = candidates.map((candidate) => ({
    ...candidate,
    score:
      candidate.score *
      (candidate.policy === policy ? leaning : 1) *
      (candidate.id === clause ? SAME_CLAUSE : 1),
  }));
  const whole = weighed.reduce((sum, { score }) => sum + score, 0) || 1;
  return weighed.map((candidate) => ({ ...candidate, score: candidate.score / whole / 2 }));
}

export const strengthOf = ({ odds, judgement }: Candidate): number =>
  odds ?? judgement.alike + judgement.covered;
