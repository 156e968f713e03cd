/**
 * "And after 5?", "what about part time": what is left out is in the question before. How much a
 * message leans on it is a matter of degree, so what it finds by itself and what it finds
 * together with the question before are weighed, and nothing is ruled out.
 */
import { mix } from './mix';
import type { Question } from './question';
import type { Candidate } from './rank';
import { isShape, wordsOf } from './words/normalise';
import type { Vocabulary } from './words/vocabulary';

export interface Leaning {
  /** How many times likelier the policy of the question before is. */
  readonly likelier: number;
  /** 0 to 1: how much both questions together decide which policy is meant … */
  readonly ofPolicy: number;
  /** … which of its clauses … */
  readonly ofClause: number;
  /** … and, less, whether it is for a people policy at all: of that the one before says little. */
  readonly ofOdds: number;
}

/** Nothing but a word or two: "how many", "and after 5?". */
const EMPTY: Leaning = { likelier: 20, ofPolicy: 0.6, ofClause: 0.6, ofOdds: 0.5 };
const HARD: Leaning = { likelier: 20, ofPolicy: 0.5, ofClause: 0.5, ofOdds: 0.5 };
const LIGHT: Leaning = { likelier: 8, ofPolicy: 0.35, ofClause: 0.4, ofOdds: 0.25 };
/** So much less likely is the clause that was just read. */
const SAME_CLAUSE = 0.3;

const GOES_ON =
  /^\W*(?:and|but|or|so|ok|okay|what about|how about|what if|even if|same for|is (?:it|that)|are they|does (?:it|that)|do they)\b/i;
const POINTS_BACK = /\b(?:it|its|that|this|those|these|they|them|then|instead|either|one)\b/i;
/** Asked in a writer's own words, it needs no question before it. */
const WORD_FOR_WORD = 0.9;
const FEW_WORDS = 5;
const FEW_SUBJECTS = 5;

/**
 * @param own what the message finds by itself, best first
 * @returns undefined where it stands by itself
 */
export function leaningOf(
  text: string,
  own: readonly Candidate[],
  vocabulary: Vocabulary,
): Leaning | undefined {
  if ((own[0]?.judgement.alike ?? 0) >= WORD_FOR_WORD) return undefined;
  const subjects = vocabulary.termsOf(text).filter((term) => !isShape(term));
  const words = wordsOf(text).length;
  if (subjects.length <= 1 && words <= FEW_WORDS) return EMPTY;
  const goesOn = GOES_ON.test(text) && words <= 3 * FEW_WORDS;
  if (goesOn || (subjects.length <= FEW_SUBJECTS && POINTS_BACK.test(text))) return HARD;
  return subjects.length <= FEW_SUBJECTS ? LIGHT : undefined;
}

/** Both rankings as one, the policy and the clause of the question before weighed in. */
export function goOn(
  own: readonly Candidate[],
  joined: readonly Candidate[],
  before: NonNullable<Question['before']>,
  { likelier, ofPolicy, ofClause, ofOdds }: Leaning,
): Candidate[] {
  const odds = oddsOf(own, joined, ofOdds);
  return mix([
    {
      candidates: weigh(own, before.policy, likelier),
      ofPolicy: 1 - ofPolicy,
      ofClause: 1 - ofClause,
    },
    // Together they find again what was just read.
    {
      candidates: weigh(joined, before.policy, likelier).map((candidate) =>
        candidate.id === before.clause
          ? { ...candidate, score: SAME_CLAUSE * candidate.score }
          : candidate,
      ),
      ofPolicy,
      ofClause,
    },
  ]).map((candidate) => ({ ...candidate, odds: odds(candidate) }));
}

const weigh = (
  candidates: readonly Candidate[],
  policy: string | null,
  likelier: number,
): Candidate[] =>
  candidates.map((candidate) =>
    candidate.policy === policy ? { ...candidate, score: likelier * candidate.score } : candidate,
  );

/** What only one of the looks found is taken as the other's unlikeliest. */
function oddsOf(
  own: readonly Candidate[],
  joined: readonly Candidate[],
  share: number,
): (candidate: Candidate) => number | undefined {
  const worst = Math.min(...own.map(({ odds }) => odds ?? 0));
  const byId = (candidates: readonly Candidate[]): Map<string, number | undefined> =>
    new Map(candidates.map(({ id, odds }) => [id, odds]));
  const [one, other] = [byId(own), byId(joined)];
  return ({ id, odds }) =>
    odds === undefined
      ? undefined
      : (1 - share) * (one.get(id) ?? worst) + share * (other.get(id) ?? worst);
}
