/** Numbers, hours, pay, bands and ages in what somebody wrote. */
import type { Facts } from './facts';

const NUMBER_WORDS: readonly string[] = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ...['eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen'],
  ...['nineteen', 'twenty'],
];

/** One number as written, in digits or in words up to twenty. */
export const AMOUNT = `(\\d{1,7}(?:,\\d{3})*(?:\\.\\d+)?|${NUMBER_WORDS.slice(1).join('|')})`;
const MONEY = String.raw`£?\s?(\d{1,7}(?:,\d{3})*(?:\.\d+)?)\s?(k)?`;
const A_ONE = String.raw`\s*(?:a|an|per|each|every|\/)\s*`;
const A = String.raw`\s*(?:(?:a|an|per|each|every|\/)\s*)?`;

export function amountOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  const word = NUMBER_WORDS.indexOf(written.toLowerCase());
  const amount = word >= 0 ? word : Number(written.replaceAll(',', ''));
  return Number.isFinite(amount) ? amount : undefined;
}

const WORD_TENS: readonly string[] = ['twenty', 'thirty', 'forty', 'fifty', 'sixty'];
const TENS = new RegExp(
  `\\b(${WORD_TENS.join('|')})(?:[- ](${NUMBER_WORDS.slice(1, 10).join('|')}))?\\b`,
  'gi',
);
const AND_A_HALF = new RegExp(`\\b${AMOUNT}(?: and a half|½)`, 'gi');

/** "Three and a half", "twenty-two" and "a year and a half", each as one number in digits. */
export const plainNumbers = (text: string): string =>
  text
    .replace(TENS, (_, tens: string, ones: string | undefined) =>
      String((WORD_TENS.indexOf(tens.toLowerCase()) + 2) * 10 + (amountOf(ones) ?? 0)),
    )
    .replace(AND_A_HALF, (_, whole: string) => String((amountOf(whole) ?? 0) + 0.5))
    .replace(/\ba year and a half\b/gi, '1.5 years')
    .replace(/\b(?:a|one) week and a half\b/gi, '1.5 weeks')
    .replace(/\b(?:a|one) month and a half\b/gi, '1.5 months');

const HOURS = String.raw`\s*(?:-\s*)?(?:hours?|hrs?|h)\b`;
const SHARE = /(?<![\d.])(0?\.\d+|1\.0)\s*(?:wte|fte|of full[ -]?time)\b/i;
const A_WEEK = new RegExp(
  `\\b${AMOUNT}${HOURS}\\s*(?:(?:a|an|per|each|every|\\/|p)\\s*)?(?:wk|week|weekly|pw|contract)|\\bon ${AMOUNT}${HOURS}`,
  'i',
);
const ALONE = new RegExp(
  `\\b${AMOUNT}${HOURS}(?!\\s*(?:long\\s|day\\s|night\\s)*(?:shift|day|night|late|early|saturday|sunday|sat\\b|sun\\b|on top))`,
  'gi',
);
const LEAST_WEEKLY_HOURS = 13;
const MOST_WEEKLY_HOURS = 80;

const A_DAY = new RegExp(
  `\\b${AMOUNT}${HOURS}\\s*(?:(?:long|standard|normal)\\s*)?(?:a |per |each )?days?\\b|\\bdays? (?:of|at|are) ${AMOUNT}${HOURS}`,
  'i',
);

/** "3.5 days a week, 7.5 hour days". */
function daysOfHours(text: string): number | undefined {
  const [days, found] = [readDaysAWeek(text), A_DAY.exec(text)];
  const each = amountOf(found?.[1] ?? found?.[2]);
  return days === undefined || each === undefined ? undefined : days * each;
}

/** @param fullTime hours of a full-time week, of which "0.6 wte" is a share */
export function readWeeklyHours(text: string, fullTime: number): number | undefined {
  const share = SHARE.exec(text)?.[1];
  if (share !== undefined) return Number(share) * fullTime;
  const weekly = A_WEEK.exec(text);
  const said = amountOf(weekly?.[1] ?? weekly?.[2]);
  if (said !== undefined) return said <= MOST_WEEKLY_HOURS ? said : undefined;
  // Shift lengths and daily hours are not weekly hours.
  const alone = [...text.matchAll(ALONE)].map(([, hours]) => amountOf(hours) ?? 0);
  const likely = alone.find((hours) => hours >= LEAST_WEEKLY_HOURS && hours <= MOST_WEEKLY_HOURS);
  return likely ?? daysOfHours(text) ?? (/\bfull[ -]?time\b/i.test(text) ? fullTime : undefined);
}

const BAND =
  /\b(?:band|b)\s?(one|two|three|four|five|six|seven|eight|nine|\d)(?:[a-d])?s?\b|\b(8)[a-d]s?\b/i;
const SHIFTS = new RegExp(
  `\\b${AMOUNT}\\s*(?:x\\s*|times\\s*)?(?:(?:long|night|late|early|day|saturday|sunday|sat|sun)\\s+){0,2}(?:days?|nights?|shifts?|lates?)\\s*(?:of|at|,|each|@)*\\s*${AMOUNT}${HOURS}|\\b${AMOUNT}\\s*(?:x|times)\\s*${AMOUNT}${HOURS}`,
  'i',
);
const DUTY = new RegExp(`\\b${AMOUNT}${HOURS}`, 'gi');

/** Hours worked, all shifts together; never the hours of a full-time week. */
export function readDutyHours(text: string): number | undefined {
  const shifts = SHIFTS.exec(text.replace(BAND, ' '));
  const count = amountOf(shifts?.[1] ?? shifts?.[3]);
  const each = amountOf(shifts?.[2] ?? shifts?.[4]);
  if (count !== undefined && each !== undefined) return count * each;
  return [...text.matchAll(DUTY)]
    .filter(
      ({ index, 0: whole }) =>
        !/^\s*(?:a|per|each)?\s*(?:wk|week|contract)/i.test(text.slice(index + whole.length)),
    )
    .map(([, hours]) => amountOf(hours))
    .find((hours) => hours !== undefined && hours <= MOST_WEEKLY_HOURS);
}

const WEEK_WORKED = new RegExp(
  `\\b(?:did|worked|doing|work|done)\\s+${AMOUNT}\\s*(?:hours?|hrs?)?\\s*(?:this|last|that|in (?:a|one|the))\\s*(?:wk|week)\\b`,
  'i',
);
/** Hours of a certain week, contracted and extra together. */
export function readWeekWorked(text: string): number | undefined {
  const hours = amountOf(WEEK_WORKED.exec(text)?.[1]);
  return hours !== undefined && hours <= MOST_WEEKLY_HOURS ? hours : undefined;
}

const MONTHS_OF_YEAR = new RegExp(
  `\\b${AMOUNT}\\s*months? of (?:the|this|a|that) (?:leave )?year\\b|\\b(half) (?:a|the|of the|of a|this) (?:leave )?year\\b`,
  'i',
);
const HALF_A_YEAR = 6;
/** "For 7 months of the leave year", "half a year". */
export function readMonthsOfYear(text: string): number | undefined {
  const found = MONTHS_OF_YEAR.exec(text);
  return found?.[2] === undefined ? amountOf(found?.[1]) : HALF_A_YEAR;
}

const DAYS_A_WEEK = new RegExp(`\\b${AMOUNT}\\s*(?:full\\s*)?days?${A}(?:wk|week)\\b`, 'i');
export function readDaysAWeek(text: string): number | undefined {
  const days = amountOf(DAYS_A_WEEK.exec(text)?.[1]);
  return days !== undefined && days >= 1 && days <= 7 ? days : undefined;
}

export function readBand(text: string): number | undefined {
  const said = BAND.exec(text);
  const band = amountOf(said?.[1] ?? said?.[2]);
  return band !== undefined && band >= 1 && band <= 9 ? band : undefined;
}

const AGE = new RegExp(
  `\\b(?:aged?|i'?m|im|am)\\s+${AMOUNT}(?!\\s*(?:%|hours?|hrs?|weeks?|months?|days?|pounds?|wte))(?:\\s*(?:years? old|yrs? old|yo))?|\\b${AMOUNT}\\s*(?:years? old|yrs? old|yo)\\b`,
  'i',
);
const YOUNGEST = 16;
const OLDEST = 85;
export function readAge(text: string): number | undefined {
  const said = AGE.exec(text);
  const age = amountOf(said?.[1] ?? said?.[2]);
  return age !== undefined && age >= YOUNGEST && age <= OLDEST ? age : undefined;
}

type Pay = 'hourlyPay' | 'weeklyPay' | 'monthlyPay' | 'yearlyPay';
const UNITS: Readonly<Record<Pay, string>> = {
  hourlyPay: '(?:hours?|hrs?|hourly|ph|p\\/h)\\b',
  weeklyPay: '(?:weeks?|wks?|weekly|pw|p\\/w)\\b',
  monthlyPay: '(?:months?|mth|monthly|pm|p\\/m|pcm)\\b',
  yearlyPay: '(?:years?|yrs?|yearly|annum|annual(?:ly)?|pa|p\\/a)\\b',
};
const NAMED: Readonly<Record<Pay, string>> = {
  hourlyPay: "(?:hourly|hour'?s)",
  weeklyPay: "(?:weekly|week'?s)",
  monthlyPay: "(?:monthly|month'?s)",
  yearlyPay: "(?:annual|yearly|year'?s)",
};
const PAYS = Object.keys(UNITS) as readonly Pay[];
const MONTHS_A_YEAR = 12;
/** "£31,000", "31k", "salary 29,970". */
const BARE_PAY =
  /£\s?(\d{1,7}(?:,\d{3})*(?:\.\d+)?)\s?(k)?|\b(\d\d(?:\.\d)?)(k)\b|\b(?:salary|pay|earn|earning|on)\s*(?:is|of|:)?\s*(\d\d,?\d{3})\b/i;

const LEAST_YEARLY_PAY = 1000;

/** "£2,600 a month", "hourly rate £13.20", "weekly pay is 610", "£31k". */
export function readPay(text: string): Pick<Facts, 'hourlyPay' | 'weeklyPay' | 'monthlyPay'> {
  const read = new Map<Pay, number>();
  for (const pay of PAYS) {
    const amount = payAs(text, pay);
    if (amount !== undefined) read.set(pay, amount);
  }
  const bare = read.size === 0 ? moneyOf(BARE_PAY.exec(text)) : undefined;
  // Nobody earns this much in a month: "£31,000" is a year's.
  if (bare !== undefined && bare >= 15_000) read.set('yearlyPay', bare);
  const said = read.get('yearlyPay');
  // "A week's pay per year" is no sum of money.
  const yearly = said === undefined || said < LEAST_YEARLY_PAY ? undefined : said;
  const monthly =
    read.get('monthlyPay') ?? (yearly === undefined ? undefined : yearly / MONTHS_A_YEAR);
  const hourlyPay = read.get('hourlyPay');
  const weeklyPay = read.get('weeklyPay');
  return {
    ...(hourlyPay === undefined ? {} : { hourlyPay }),
    ...(weeklyPay === undefined ? {} : { weeklyPay }),
    ...(monthly === undefined ? {} : { monthlyPay: monthly }),
  };
}

/** Behind a sum ("£12 an hour"), before it ("hourly rate £12"), and after "earn" with no pound sign. */
const PAY_PATTERNS: Readonly<Record<Pay, readonly RegExp[]>> = {
  hourlyPay: patternsOf('hourlyPay'),
  weeklyPay: patternsOf('weeklyPay'),
  monthlyPay: patternsOf('monthlyPay'),
  yearlyPay: patternsOf('yearlyPay'),
};

function patternsOf(pay: Pay): RegExp[] {
  const of = String.raw`\s*(?:is|of|=|:|at)?\s*(?:about\s*)?`;
  const notPay = String.raw`(?!\s*(?:%|hours?|hrs?|days?|weeks?|months?|years?))`;
  return [
    `${MONEY.replace('£?', '£')}${A}${UNITS[pay]}`,
    `\\b${NAMED[pay]}\\s*(?:basic\\s*)?(?:pay|rate|wage|salary|earnings)?${of}${MONEY}${notPay}`,
    // "I am on 30 a week" may be hours, and "paid for 6 months" is no sum of money.
    ...(pay === 'weeklyPay'
      ? []
      : [`\\b(?:earn(?:ing)?|paid|pay|on|salary)${of}${MONEY}${A_ONE}${UNITS[pay]}`]),
    ...(pay === 'hourlyPay' ? [`\\b(\\d{1,3}\\.\\d\\d)${A_ONE}${UNITS[pay]}`] : []),
  ].map((source) => new RegExp(source, 'i'));
}

function payAs(text: string, pay: Pay): number | undefined {
  for (const pattern of PAY_PATTERNS[pay]) {
    const amount = moneyOf(pattern.exec(text));
    if (amount !== undefined) return amount;
  }
  return undefined;
}

function moneyOf(found: RegExpExecArray | null): number | undefined {
  const amount = amountOf(found?.[1] ?? found?.[3] ?? found?.[5]);
  const thousands = found?.[2] ?? found?.[4];
  if (amount === undefined) return undefined;
  return thousands === undefined ? amount : amount * 1000;
}
