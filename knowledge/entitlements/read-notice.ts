/** How long somebody's notice is, and a day on which they give it that has no date: "today", "on Monday". */
import * as chrono from 'chrono-node';
import type { Day } from '../policies/schema';
import type { Notice } from './facts';
import { AMOUNT, amountOf } from './read-amounts';

const LENGTH = `${AMOUNT}[\\s-]*(days?|weeks?|wks?|months?|mths?)['’]?`;
const LENGTHS = [
  `\\b${LENGTH}\\s*(?:of\\s+)?notice\\b`,
  `\\bnotice(?:\\s+period)?\\s*(?:is|of|:|=|at|-)?\\s*(?:about\\s+)?${LENGTH}(?!\\s*(?:ago|today|tomorrow))`,
  `\\bnotice\\b[^.;!?]{0,40}\\b(?:its|it['’]s|it is|which is|that is)\\s+${LENGTH}`,
  `\\b(?:have to|must|need to|got to|supposed to)\\s+(?:give|work)\\s+(?:them\\s+)?${LENGTH}`,
].map((source) => new RegExp(source, 'i'));

/** "8 weeks' notice", "my notice is 3 months". */
export const readNotice = (text: string): Notice | undefined =>
  LENGTHS.map((pattern) => noticeOf(pattern.exec(text))).find((one) => one !== undefined);

const BARE = new RegExp(`^\\D{0,30}?${LENGTH}`, 'i');

/** "8 weeks", in answer to how long it is. */
export const readBareNotice = (text: string): Notice | undefined => noticeOf(BARE.exec(text));

function noticeOf(found: RegExpExecArray | null): Notice | undefined {
  const [amount, unit = ''] = [amountOf(found?.[1]), found?.[2]?.toLowerCase()];
  if (amount === undefined || !Number.isInteger(amount)) return undefined;
  return {
    amount,
    unit: unit.startsWith('d') ? 'days' : unit.startsWith('w') ? 'weeks' : 'months',
  };
}

const DAY_WORD =
  '(today|tonight|tomorrow|yesterday|(?:this |next |last )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)';
const GIVEN = new RegExp(
  `\\b(resign(?:ed|ing)?|(?:hand|give|giv|gave|put)(?:ed|ing|n)?\\b[^.;!?\\d]{0,16}\\b(?:notice|it|letter))\\b[^.;!?\\d]{0,16}?\\b${DAY_WORD}\\b`,
  'i',
);
const IN_THE_PAST = /\b(?:resigned|handed|gave|have given|have put|ve put|ve given)\b/i;

/** A weekday is the next one, or the last one where notice has been given. */
export function readNoticeDay(text: string, on: Day): Day | undefined {
  const [whole = '', , word] = GIVEN.exec(text) ?? [];
  if (word === undefined) return undefined;
  const forwardDate = !IN_THE_PAST.test(whole) && !/^last /i.test(word);
  const noon = { instant: new Date(`${on}T12:00:00Z`), timezone: 0 };
  const found = chrono.en.GB.parse(word, noon, { forwardDate })[0]?.start.date();
  return found?.toISOString().slice(0, 10);
}
