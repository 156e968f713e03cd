/** Whether the best that was found is good enough to be told. */
import type { Clause } from './policies/schema';
import type { Judgement } from './judgement';
import type { Candidate } from './rank';
import { wordsOf } from './words/normalise';

/** A candidate that is a clause, not a known gap. */
export type Fitting = Candidate & { readonly clause: Clause };

export const isClause = (candidate: Candidate): candidate is Fitting =>
  candidate.clause !== undefined;

/** Found on the development questions; for documents; the curve is in deployment/decisions/0003-embedded-index.md. */
const ENOUGH = 0.93;
const ENOUGH_FOR_A_FOLLOW_UP = 0.8;
const ENOUGH_FOR_ONE_WORD = 0.9;
const ENOUGH_IN_ONE_WORD = 0.75;
/** One sentence of a document must have three fifths of the question: nobody wrote how it is asked. */
const ENOUGH_OF_A_DOCUMENT = 1.2;

/** Odds from which it is answered; the curve is in deployment/decisions/0020-finding-by-what-was-learned.md. */
const EVEN = -0.5;
/** Below even odds, but asked nearly so by a writer, with little else in it: "how many KIT days do I get". */
const UNLIKELY = -2.5;
const NEARLY_ASKED = 0.6;
const NEARLY_ALL = 0.7;

/** A longer message has more in it than was nearly asked. */
const FEW_WORDS = 8;

const isNearlyAsked = ({ alike, covered }: Judgement, text: string): boolean =>
  alike >= NEARLY_ASKED && covered >= NEARLY_ALL && wordsOf(text).length <= FEW_WORDS;

/** When the best rule is for other contract terms, one for the asker's must be nearly as likely … */
const NEARLY_AS_GOOD = 0.22;
/** … or be on the same subject: the law's own rule, for somebody whose contract has no better one. */
const GOOD_ON_THE_SUBJECT = 0.02;

export const standsIn = (fitting: Fitting, best: Candidate): boolean =>
  fitting.score >=
  best.score * (fitting.policy === best.policy ? GOOD_ON_THE_SUBJECT : NEARLY_AS_GOOD);

/**
 * A clause speaks of the question when it has most of its rare words and somebody has asked it
 * nearly so before. A single word is met by chance: it must be the whole of a way of asking.
 *
 * @param text the whole message
 */
export function speaksOfIt(
  { clause, odds, judgement }: Candidate,
  followsUp: boolean,
  text: string,
): boolean {
  const { asked, covered, alike, shared } = judgement;
  if (odds !== undefined)
    return odds >= EVEN || (odds >= UNLIKELY && isNearlyAsked(judgement, text));
  if (asked === 1) return alike >= ENOUGH_FOR_ONE_WORD;
  if (clause?.version === null) return covered + alike >= ENOUGH_OF_A_DOCUMENT;
  // One rare word in common is chance, unless it is nearly all there is.
  if (shared < 2 && alike < ENOUGH_IN_ONE_WORD) return false;
  return covered + alike >= (followsUp ? ENOUGH_FOR_A_FOLLOW_UP : ENOUGH);
}
