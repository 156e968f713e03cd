/** Days that are said by a word alone, and whole months: "today", "next thursday", "from september". */
import { MONTH, monthNumber, WEEKDAY, weekdayNumber, YEAR } from './day-names';
import { dated } from './dated';
import {
  addDays,
  dayOf,
  lastOfMonth,
  mondayOf,
  nextDate,
  nextDateOfMonth,
  nextWeekday,
  partsOf,
  type Day,
} from './days';
import type { Counting, Mark } from './marked';
import { pattern } from './pattern';
import { isToCome, startIn } from './what-began';

const WHICH = ['first', 'second', 'third', 'fourth', '1st', '2nd', '3rd', '4th'];

/** "today", "next thursday", "a week on monday". */
export function markNearDays(mark: Mark, { today, weekdays, begun }: Counting): void {
  mark(/\bthe day after tomorrow\b|\bday after tomorrow\b/g, () => addDays(today, 2));
  mark(/\b(?:today|tonight|this (?:morning|afternoon|evening))\b/g, () => today);
  mark(/\btomorrow\b/g, () => addDays(today, 1));
  mark(/\byesterday\b/g, () => addDays(today, -1));
  mark(pattern(String.raw`\ba week (?:on )?(${WEEKDAY})\b|\b(${WEEKDAY}) week\b`), ([, a, b]) =>
    addDays(nextWeekday(today, weekdayNumber(a === '' ? b : a)), 7),
  );
  mark(pattern(String.raw`\ba week on @(\S+)@`), ([, day]) => addDays(day ?? today, 7));
  mark(
    pattern(
      String.raw`\b(?:(next|last|this coming|this|coming) )?(${WEEKDAY})(?: (?:of )?(next week|after next|week after next|this week))?\b(?!s)`,
    ),
    ([, which, weekday, after], before) =>
      near(
        which,
        weekdayNumber(weekday),
        after,
        startIn(before, today) ?? (begun === true && isToCome(before) ? today : weekdays),
        today,
      ),
  );
}

/** "the last friday of march", before "the 2nd" alone is taken for a date. */
export function markWeekdaysOfMonths(mark: Mark, today: Day): void {
  mark(
    pattern(
      String.raw`\b(?:the )?(${WHICH.join('|')}|last) (${WEEKDAY}) (?:of|in) (${MONTH})\b${YEAR}`,
    ),
    ([, which = '', weekday, month, year]) =>
      weekdayOfMonth(which, weekdayNumber(weekday), Number(monthNumber(month)), year, today),
  );
}

/** "end of march", "from september", "next month". */
export function markMonths(mark: Mark, { today, monthMeansFirst }: Counting): void {
  mark(pattern(String.raw`\bend of (?:the month of )?(${MONTH})\b${YEAR}`), ([, month, year]) => {
    const first = nextDate(addDays(today, -27), Number(monthNumber(month)), 1) ?? today;
    return lastOfMonth(
      year === '' ? partsOf(first).year : Number(year),
      Number(monthNumber(month)),
    );
  });
  if (monthMeansFirst !== true) return;
  const start = { day: today, isFirst: false };
  mark(
    pattern(
      String.raw`\b(?:(from|starting|start|beginning|in|of|for|by|as of|with effect from) )(?:the (?:start|beginning) of )?(?:in |next )?(${MONTH})\b${YEAR}`,
    ),
    ([, before, month, year]) => {
      const day = dated(start, '', '1', monthNumber(month), year);
      return typeof day === 'string' ? `${before ?? 'from'} @${day}@` : day;
    },
  );
  mark(pattern(String.raw`^(?:(?:start|beginning) of )?(${MONTH})\b${YEAR}$`), ([, month, year]) =>
    dated(start, '', '1', monthNumber(month), year),
  );
  mark(/\bnext month\b/g, () => nextDateOfMonth(addDays(today, 1), 1));
}

/** "The last friday of march": of the next march in which that day is not over. */
function weekdayOfMonth(
  which: string,
  weekday: number,
  month: number,
  year = '',
  today: Day,
): Day | undefined {
  const inYear = (number: number): Day | undefined => {
    const first = dayOf(number, month, 1);
    if (first === undefined) return undefined;
    return which === 'last'
      ? addDays(nextWeekday(addDays(lastOfMonth(number, month), 1), weekday), -7)
      : addDays(nextWeekday(first, weekday), 7 * (WHICH.indexOf(which) % 4));
  };
  if (year !== '') return inYear(Number(year));
  const day = inYear(partsOf(today).year);
  return day !== undefined && day < today ? inYear(partsOf(today).year + 1) : day;
}

function near(which = '', weekday: number, after = '', first: Day | undefined, today: Day): Day {
  if (after === 'next week') return addDays(mondayOf(today), 6 + weekday);
  if (after === 'after next' || after === 'week after next')
    return addDays(mondayOf(today), 13 + weekday);
  if (which === 'next') return addDays(mondayOf(today), 6 + weekday);
  if (which === 'this' || which === 'coming' || which === 'this coming')
    return nextWeekday(today, weekday);
  if (which === 'last') return addDays(nextWeekday(today, weekday), -7);
  return nextWeekday(first ?? today, weekday);
}
