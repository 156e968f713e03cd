/** "The first week in may", "the last two weeks of july", "the whole of july": made into "@first@ to @last@". */
import { MONTH, monthNumber } from './day-names';
import {
  addDays,
  dayOf,
  lastOfMonth,
  mondayOf,
  nextDate,
  nextWeekday,
  partsOf,
  weekdayOf,
  type Day,
} from './days';
import { COUNT_OF_WEEKS, numberOf } from './lengths';
import { pattern } from './pattern';

const MIDWEEK: readonly number[] = [2, 3, 4];
const WHICH = ['first', 'second', 'third', 'fourth'];
const PART = pattern(
  String.raw`\b(?:the )?(first|1st|second|2nd|third|3rd|fourth|4th|last)(?: full)?(?: (${COUNT_OF_WEEKS}))? (weeks?|fortnight)(?: off)? (?:in|of) (?:(${MONTH})\b(?: (20\d\d))?|(the month|this month|next month)\b)`,
);
const WHOLE = pattern(
  String.raw`\b(?:all (?:of )?|(?:the )?whole (?:of |month of )|the month of )(${MONTH})\b(?: (20\d\d))?`,
);

/** @param today the earliest day that a month without a year may hold */
export function expandMonths(text: string, today: Day): string {
  return text
    .replace(PART, (all: string, ...words: (string | undefined)[]) => partOf(words, today) ?? all)
    .replace(WHOLE, (all: string, month: string, year?: string) => {
      const first = firstOf(month, year, today);
      return first === undefined ? all : `@${first}@ to @${lastIn(first)}@`;
    });
}

function partOf(words: readonly (string | undefined)[], today: Day): string | undefined {
  const [which = '', count, unit = '', month, year, near] = words;
  const first = month === undefined ? nearMonth(near, today) : firstOf(month, year, today);
  if (first === undefined) return undefined;
  const weeks = unit === 'fortnight' ? 2 : numberOf(count ?? '1');
  const found = weeksOf(which, weeks, first);
  // "The last week of the month", said in that week: what is left of it is not meant for sure.
  return found !== undefined && found.first >= today
    ? `@${found.first}@ to @${found.last}@`
    : undefined;
}

/**
 * Weeks run from a Monday, and the last one of a month has most of its days in it. Where a month
 * begins in the middle of a week, its first week may be that one or the next: nobody can tell.
 */
function weeksOf(which: string, weeks: number, first: Day): { first: Day; last: Day } | undefined {
  if (which === 'last') {
    const end = lastIn(first);
    const last = addDays(mondayOf(end), weekdayOf(end) >= 4 ? 6 : -1);
    return { first: addDays(last, 1 - 7 * weeks), last };
  }
  if (MIDWEEK.includes(weekdayOf(first))) return undefined;
  const index = WHICH.findIndex((name, at) => which === name || which.startsWith(String(at + 1)));
  if (index > 0 && weeks > 1) return undefined;
  const monday = addDays(nextWeekday(first, 1), 7 * index);
  return { first: monday, last: addDays(monday, 7 * weeks - 1) };
}

/** The first day of the month that is meant; of this month where it is that one. */
export function firstOf(month: string, year: string | undefined, today: Day): Day | undefined {
  const number = Number(monthNumber(month));
  if (year !== undefined) return dayOf(Number(year), number, 1);
  const sameMonth = partsOf(today).month === number;
  return sameMonth ? dayOf(partsOf(today).year, number, 1) : nextDate(today, number, 1);
}

function nearMonth(which: string | undefined, today: Day): Day | undefined {
  const { year, month } = partsOf(today);
  const first = dayOf(year, month, 1);
  return which === 'next month' && first !== undefined ? addDays(lastIn(first), 1) : first;
}

const lastIn = (first: Day): Day => lastOfMonth(partsOf(first).year, partsOf(first).month);

const NAMED = pattern(
  String.raw`\b(?:in|during|for|of|mid|middle of|early|late|end of|start of|beginning of|this|next) (?:the )?(${MONTH})\b(?: (20\d\d))?(?! (?:the )?\d)|\b(next month)\b`,
);

/** @returns the first day of the only month that was named: "some time off in may" */
export function monthNamed(text: string, today: Day): Day | undefined {
  const [only, ...others] = [...text.matchAll(NAMED)];
  if (only === undefined || others.length > 0) return undefined;
  const [, month, year, near] = only;
  return month === undefined ? nearMonth(near, today) : firstOf(month, year, today);
}
