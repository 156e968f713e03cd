/** All that a message says of what a sum may need; what the first lines say wins over later ones. */
import type { Day } from '../policies/schema';
import { wholeMonths } from './days';
import type { DutyTime, FactName, Facts } from './facts';
import {
  AMOUNT,
  amountOf,
  plainNumbers,
  readAge,
  readBand,
  readDaysAWeek,
  readDutyHours,
  readMonthsOfYear,
  readPay,
  readWeeklyHours,
  readWeekWorked,
} from './read-amounts';
import { readBareDay, readDayFacts } from './read-days';
import { readBareNotice, readNotice, readNoticeDay } from './read-notice';
import { readShift } from './read-shift';
import { readMonthsSince, readServiceMonths, readSickPayUsed } from './read-service';

/** @param fullTime hours of a full-time week */
export function factsIn(text: string, on: Day, fullTime: number): Facts {
  return plainNumbers(text)
    .split('\n')
    .map((line) => factsInLine(line, on, fullTime))
    .reduceRight<Facts>((later, first) => ({ ...later, ...first }), {});
}

function factsInLine(text: string, on: Day, fullTime: number): Facts {
  const days = readDayFacts(text, on);
  const began = days.serviceStart;
  const shift = readShift(text);
  return withoutUnsaid({
    weeklyHours: readWeeklyHours(text, fullTime),
    daysAWeek: readDaysAWeek(text),
    serviceMonths:
      readServiceMonths(text) ??
      (began === undefined ? readMonthsSince(text, on) : wholeMonths(began, on)),
    age: readAge(text),
    band: readBand(text),
    dutyHours: readDutyHours(text),
    dutyTime: readDutyTime(text),
    shift,
    weekWorked: readWeekWorked(text),
    monthsOfYear: readMonthsOfYear(text),
    bankHolidaysOnly: asksOfBankHolidays(text) ? true : undefined,
    sickPayUsed: readSickPayUsed(text),
    partYear: PART_YEAR.test(text) ? true : undefined,
    notice: readNotice(text),
    noticeGiven: readNoticeDay(text, on),
    ...days,
    ...readPay(text),
  });
}

const PART_YEAR =
  /\bpart[ -]?way (?:through|thru|into|in)\b|\bpart of (?:the|a) year\b|\bmid[ -]?(?:leave )?year\b/i;

const BANK_HOLIDAYS = /\b(?:bank|public) hol\w*|\bbhs?\b/i;
const OTHER_LEAVE =
  /\bleave\b(?! year)|\bal\b|\bannual\b|(?<!bank |public )\bholiday (?:allowance|entitlement|hours|days)/i;
/** "Leaving bank holidays aside", "not counting bank hols": the rest of the leave is asked for. */
const BUT_NOT_THEM =
  /\b(?:without|excluding|ignoring|besides|apart from|except|not (?:counting|including)|(?:on top|as well) (?:of|as)) (?:the |any |my |all )?(?:bank|public) hol\w*|(?:bank|public) hol\w* (?:aside|apart|excluded|not (?:counted|included))/i;
const asksOfBankHolidays = (text: string): boolean =>
  BANK_HOLIDAYS.test(text) && !OTHER_LEAVE.test(text) && !BUT_NOT_THEM.test(text);

type Unsaid<T> = { readonly [K in keyof T]: T[K] | undefined };

function withoutUnsaid(facts: Unsaid<Facts>): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));
}

const PUBLIC_HOLIDAY =
  /\b(?:bank hol\w*|public hol\w*|christmas(?! eve)|xmas(?! eve)|boxing day|new year'?s? ?(?:day)?(?! eve)|good friday|easter monday)\b/i;
const SUNDAY = /\bsun(?:days?)?\b/i;
const SATURDAY = /\bsat(?:urdays?)?\b/i;
const NIGHT = /\bnights?\b|\bafter 8 ?pm\b|\bbefore 6 ?am\b/i;

/** "A saturday and a bank holiday": two rates are asked for, and not what one of them is. */
const A_TIME = String.raw`(?:sat(?:urday)?s?|sun(?:day)?s?|nights?|bank hol\w*|christmas(?: day)?|xmas(?: day)?|boxing day)`;
const ASKS_OF_BOTH = new RegExp(
  String.raw`\b${A_TIME}(?: shifts?)?(?:,| ?\/| or| and| &)+ (?:for |on |what about |how about )*(?:an? |the )?${A_TIME}\b`,
  'i',
);

/** Undefined where two rates would meet, as on a Saturday night, or where all are asked for. */
function readDutyTime(text: string): DutyTime | undefined {
  const night = NIGHT.test(text);
  const [saturday, sunday] = [SATURDAY.test(text), SUNDAY.test(text)];
  const others = Number(night) + Number(saturday) + Number(sunday);
  if (PUBLIC_HOLIDAY.test(text))
    return others > 1 || ASKS_OF_BOTH.test(text) ? undefined : 'public-holiday';
  if (others > 1) return undefined;
  if (sunday) return 'sunday';
  return saturday ? 'saturday' : night ? 'night' : undefined;
}

const BARE = new RegExp(`^\\D{0,30}?£?\\s?${AMOUNT}(k)?\\b`, 'i');
const MOST_WORDS = 9;

/** A short answer to a question for one fact: "15 march", "6 years", "2,500". */
export function readBareFact(
  text: string,
  fact: FactName,
  on: Day,
  fullTime: number,
): Facts | undefined {
  if (text.trim().split(/\s+/).length > MOST_WORDS) return undefined;
  const plain = plainNumbers(text);
  const said = factsInLine(plain, on, fullTime);
  if (said[fact] !== undefined) return said;
  switch (fact) {
    case 'dueDate':
    case 'birthDate':
    case 'leaveStart':
    case 'lastDay':
    case 'noticeGiven':
    case 'serviceStart': {
      const day = readBareDay(plain, fact, on);
      return day === undefined ? undefined : { ...said, [fact]: day };
    }
    case 'notice': {
      const notice = readBareNotice(plain);
      return notice === undefined ? undefined : { ...said, notice };
    }
    case 'dutyTime':
    case 'shift':
    case 'sickPayUsed':
    case 'partYear':
    case 'bankHolidaysOnly':
      return undefined;
    case 'weeklyHours':
    case 'daysAWeek':
    case 'dutyHours':
    case 'weekWorked':
    case 'monthsOfYear':
      return bareNumber(plain, fact);
    case 'serviceMonths':
    case 'hourlyPay':
    case 'weeklyPay':
    case 'monthlyPay':
    case 'age':
    case 'band':
      // "And if I do 22.5 hours" is no answer to how many years.
      return OF_HOURS_OR_DAYS.test(plain) ? undefined : bareNumber(plain, fact);
  }
}

const OF_HOURS_OR_DAYS = /\d\s*(?:hours?|hrs?|days?|weeks?|wks?)\b/i;
const MONTHS_A_YEAR = 12;
/** Nobody's month: a year's pay was given instead. */
const A_YEARS_PAY = 15_000;

function bareNumber(text: string, fact: FactName): Facts | undefined {
  const [, written, thousands] = BARE.exec(text) ?? [];
  const plain = amountOf(written);
  if (plain === undefined) return undefined;
  const amount = thousands === undefined ? plain : plain * 1000;
  if (fact === 'serviceMonths')
    return {
      serviceMonths: Math.floor(/\bmonths?\b/i.test(text) ? amount : amount * MONTHS_A_YEAR),
    };
  if (fact === 'monthlyPay' && amount >= A_YEARS_PAY) return { monthlyPay: amount / MONTHS_A_YEAR };
  return { [fact]: amount };
}
