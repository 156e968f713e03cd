/**
 * "And after 5?", "what about saturday": the sum that was just shown, with what is said now in
 * place of what was said then. Nothing need be searched for.
 */
import { factsIn, readBareFact } from './entitlements/read-facts';
import { sayFact } from './entitlements/say-fact';
import { fullTimeWeek, workOut, type Asked } from './entitlements/work-out';
import type { FactName } from './entitlements/facts';
import type { PolicySet } from './policies/policy-set';
import type { Question } from './question';
import { threadOf } from './thread';
import { wordsOf } from './words/normalise';

/** More than this is a question of its own. */
const FEW_WORDS = 6;
/** Without a word that goes on from before, it must be the bare thing itself: "saturdays?". */
const BARE_WORDS = 3;
const GOES_ON = /^\W*(?:and|or|but|so|then|what about|how about|what if|if|same for)\b/i;
/** "And the year after": one year of service more. */
const A_YEAR_ON = /\b(?:(?:the )?(?:year after|following year)|(?:the )?next year)\W*$/i;
const MONTHS_A_YEAR = 12;
/** "3 days a week" says itself which fact it is. */
const ENDS_IN_A_NUMBER = /\d[\d,.]*k?\W*$/i;

/** @returns undefined where no sum was shown, or what is said now changes nothing in it */
export function sumAgain(question: Question, set: PolicySet): Asked | undefined {
  const { before, text } = question;
  const clause = set.clause(before?.clause ?? '');
  if (before === null || clause?.sum === undefined || !isChange(text)) return undefined;
  const worked = (said: string): string | undefined => {
    const sum = workOut(clause, { ...question, before: null, text: said }, set);
    return sum === undefined || sum.ruleAlone || sum.asks !== undefined ? undefined : sum.text;
  };
  const was = worked(before.text);
  if (was === undefined) return undefined;
  const changed = waysToSay(question, before.text, fullTimeWeek(set))
    .map((said) => threadOf(said, before.text))
    .find((said) => ![undefined, was].includes(worked(said)));
  return changed === undefined
    ? undefined
    : { clause, question: { ...question, before: null, text: changed } };
}

const isChange = (text: string): boolean => {
  const words = wordsOf(text).length;
  return words <= BARE_WORDS || (words <= FEW_WORDS && GOES_ON.test(text));
};

/** As it was said; and a bare number as each fact that was given before: "after 5" years. */
function waysToSay({ text, on }: Question, earlier: string, fullTime: number): string[] {
  if (A_YEAR_ON.test(text)) {
    const { serviceMonths } = factsIn(earlier, on, fullTime);
    return serviceMonths === undefined
      ? [text]
      : [sayFact('serviceMonths', { serviceMonths: serviceMonths + MONTHS_A_YEAR }, text)];
  }
  if (!ENDS_IN_A_NUMBER.test(text)) return [text];
  const names = Object.keys(factsIn(earlier, on, fullTime)) as FactName[];
  return [
    text,
    ...names.flatMap((name) => {
      const facts = readBareFact(text, name, on, fullTime);
      return facts === undefined ? [] : [sayFact(name, facts, text)];
    }),
  ];
}
