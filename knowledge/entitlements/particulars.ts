/** Facts that the question itself gives: "after 6 years", "on 22.5 hours", "0.6 wte". */
import type { Particulars } from '../outcome';

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
};
const AMOUNT = `(\\d+(?:\\.\\d+)?|${Object.keys(NUMBER_WORDS).join('|')})`;
const YEARS = new RegExp(`\\b${AMOUNT}\\s*\\+?\\s*(?:years?|yrs?)\\b(?!\\s*old)`, 'i');
const WEEKLY_HOURS = new RegExp(
  `\\b${AMOUNT}\\s*(?:hours?|hrs?)\\b(?!\\s*(?:shift|long day|day))`,
  'i',
);
const SHARE = /\b(0?\.\d+|1\.0)\s*(?:wte|fte)\b/i;
const FULL_TIME_WEEK = 37.5;
const MOST_WEEKLY_HOURS = 80;

/** What the text says wins over what was known: "if I had 10 years' service". */
export function withParticularsFrom(text: string, known: Particulars): Particulars {
  const years = amountOf(YEARS.exec(text)?.[1]);
  const share = SHARE.exec(text)?.[1];
  const hours =
    share === undefined ? amountOf(WEEKLY_HOURS.exec(text)?.[1]) : Number(share) * FULL_TIME_WEEK;
  return {
    ...known,
    ...(years === undefined ? {} : { serviceYears: Math.floor(years) }),
    // Shift lengths and daily hours are not weekly hours.
    ...(hours === undefined || hours < 13 || hours > MOST_WEEKLY_HOURS
      ? {}
      : { weeklyHours: hours }),
  };
}

function amountOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  return NUMBER_WORDS[written.toLowerCase()] ?? Number(written);
}
