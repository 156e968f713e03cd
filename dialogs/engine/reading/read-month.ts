/** The month of a payslip: "december", "last month", "my march pay". */
import dayWords from '../../catalogue/words/day-words.json';
import { addMonths, partsOf, type Day } from './days';
import { pattern } from './pattern';

const MONTH = pattern(String.raw`\b(${dayWords.months.join('|')})s?\b(?: (20\d\d))?`);
/** A month that is also a word, or part of a date, names no payslip unless it was asked for. */
const IN_A_DATE = /\d(?:st|nd|rd|th)? (?:of )?$/;

/**
 * @param said plain text
 * @returns `YYYY-MM`: without a year the last month of that name, this one included
 */
export function readMonth(said: string, today: Day, asked: boolean): string | undefined {
  if (/\b(?:last months?|previous month)\b/.test(said)) return addMonths(today, -1).slice(0, 7);
  if (/\bthis months?\b/.test(said)) return today.slice(0, 7);
  for (const match of said.matchAll(MONTH)) {
    const [all, name = '', year] = match;
    const isVerb = name === 'may' && all === 'may' && !asked;
    if (isVerb || IN_A_DATE.test(said.slice(0, match.index))) continue;
    return monthOf(dayWords.months.indexOf(name) + 1, year, today);
  }
  return undefined;
}

function monthOf(month: number, year: string | undefined, today: Day): string {
  const now = partsOf(today);
  const said = year === undefined ? now.year - (month > now.month ? 1 : 0) : Number(year);
  return `${said}-${String(month).padStart(2, '0')}`;
}

/** "December 2026". */
export function monthInWords(month: string): string {
  const name = dayWords.months[Number(month.slice(5)) - 1] ?? month;
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${month.slice(0, 4)}`;
}
