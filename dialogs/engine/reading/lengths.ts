/**
 * Lengths of time on their way to a span: `{14}` days, `{5w}` working days, `{6m}` months. With a
 * first day they make a last one.
 */
import dayWords from '../../catalogue/words/day-words.json';
import { addDays, addMonths, weekdayOf, type Day } from './days';
import { pattern } from './pattern';

export const LENGTH = String.raw`\{(\d+[mw]?)\}`;

const NUMBERS: Readonly<Record<string, number>> = dayWords.numbers;
const COUNT = `(?:\\d{1,3}|${Object.keys(NUMBERS)
  .sort((a, b) => b.length - a.length)
  .join('|')})`;

const COUNTED = pattern(
  String.raw`\b(${COUNT}) (?:(working|week) )?(weeks?|fortnights?|days?|nights?|months?|years?)(?: (?:of )?(?:annual leave|leave|al|holidays?))?\b(?! (?:a|per|each) week)`,
);

/** @param text plain text with its days marked */
export function withLengths(text: string): string {
  return text
    .replace(COUNTED, (all: string, count: string, working: string | undefined, unit: string) => {
      const number = numberOf(count);
      return working !== undefined && !unit.startsWith('day')
        ? all
        : `{${inUnit(number, unit, working)}}`;
    })
    .replace(/\b(?:a )?fortnight\b/g, '{14}');
}

export const numberOf = (count: string): number => NUMBERS[count] ?? Number(count);

export const COUNT_OF_WEEKS = COUNT;

function inUnit(count: number, unit: string, working: string | undefined): string {
  if (working !== undefined) return `${count}w`;
  if (unit.startsWith('month')) return `${count}m`;
  if (unit.startsWith('year')) return `${count * 12}m`;
  if (unit.startsWith('week')) return `${count * 7}`;
  return unit.startsWith('fortnight') ? `${count * 14}` : `${count}`;
}

/** @param length what stands between the brackets. @returns the last day of so long a time from `first` */
export function lastAfter(first: Day, length: string): Day {
  const count = Number.parseInt(length, 10);
  if (length.endsWith('m')) return addDays(addMonths(first, count), -1);
  return length.endsWith('w') ? lastWorkingDay(first, count) : addDays(first, count - 1);
}

function lastWorkingDay(first: Day, count: number): Day {
  let day = first;
  for (let left = isWeekend(day) ? count : count - 1; left > 0;) {
    day = addDays(day, 1);
    if (!isWeekend(day)) left -= 1;
  }
  return day;
}

const isWeekend = (day: Day): boolean => weekdayOf(day) > 5;
