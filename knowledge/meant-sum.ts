/** When a sum answers in place of the clause that the search found. */
import { isQuestion } from './asking';
import { factsIn } from './entitlements/read-facts';
import { asksForAmount } from './entitlements/sum-asked';
import { fullTimeWeek, sumAsked, type Asked } from './entitlements/work-out';
import type { Candidate } from './rank';
import { speaksOfLoss } from './kind-line';
import type { PolicySet } from './policies/policy-set';
import type { Clause } from './policies/schema';
import { wordsOf } from './words/normalise';
import type { Question } from './question';

/** So much of the question is in a clause or a gap, and it is asked so nearly, that it is meant. */
const NEARLY_WHOLE = 1.2;
/** In words: longer, and what was found beside the sum is believed. */
const LONGEST_SUM = 25;

/**
 * A question that gives figures to work with is met by its sum, unless another rule or a known
 * gap is nearly what it says.
 *
 * @param speaks whether the best of what was found speaks of the question
 */
export function sumInstead(
  question: Question,
  best: Candidate | undefined,
  speaks: boolean,
  set: PolicySet,
): Asked | undefined {
  const sum = sumAsked(question, set);
  if (sum === undefined || isAfterALoss(sum)) return undefined;
  if (speaks && best?.forAsker === true && best.clause?.sum === sum.clause.sum) return undefined;
  const isLong = wordsOf(question.text).length > LONGEST_SUM;
  if (speaks && isLong && !asksForItAtTheEnd(question)) return undefined;
  const { clause } = best ?? {};
  // Another sum's subject was not named, and a rule of the same policy leaves the figures unused.
  if (clause?.sum !== undefined || clause?.policy === sum.clause.policy) return sum;
  // "I'm a band 5 on nights, my mum is in hospital": a story has figures and words of many things.
  if (speaks && isLong && !isWholeCase(question, set)) return undefined;
  const strength = best === undefined ? 0 : best.judgement.alike + best.judgement.covered;
  return speaks && strength >= NEARLY_WHOLE ? undefined : sum;
}

/** "I have 14 years in. If I say no, do I lose my redundancy money?" asks for no amount, whatever was told. */
const asksForItAtTheEnd = ({ text }: Question): boolean => {
  const asked = text.split(/(?<=[.!?])\s+|\n+/).findLast(isQuestion);
  return asked === undefined || asksForAmount(asked);
};

/** So many facts are not told by the way: they are told to be worked with. */
const MANY_FACTS = 3;

const isWholeCase = ({ text, on }: Question, set: PolicySet): boolean =>
  Object.keys(factsIn(text, on, fullTimeWeek(set))).length >= MANY_FACTS;

/** Nobody who speaks of a loss is shown dates that are counted from a birth. */
export const isAfterALoss = ({ clause, question }: Asked): boolean =>
  isOfABaby(clause) && speaksOfLoss(question.text);

export const isOfABaby = ({ sum }: Clause): boolean => /^(?:mat|pat)ernity/.test(sum ?? '');
