/** Days that are said by a word alone, and whole months: "today", "next thursday", "from september". */
import { MONTH, monthNumber, WEEKDAY, weekdayNumber, YEAR } from './day-names';
import { dated, lastMark } from './dated';
import {
  addDays,
  dayOf,
  lastOfMonth,
  mondayOf,
  nextDate,
  nextDateOfMonth,
  nextWeekday,
  partsOf,
  weekdayOf,
  type Day,
} from './days';
import { COUNT_OF_WEEKS, numberOf } from './lengths';
import type { Counting, Mark } from './marked';
import { pattern } from './pattern';
import { isToCome, startIn } from './what-began';

const WHICH = ['first', 'second', 'third', 'fourth', '1st', '2nd', '3rd', '4th'];

/** "today", "next thursday", "a week on monday". */
export function markNearDays(mark: Mark, counting: Counting): void {
  const { today, weekdays, begun } = counting;
  mark(
    pattern(
      String.raw`\b(?:(?:in )?(${COUNT_OF_WEEKS}) weeks?|(?:in )?a (fortnight)) (?:on )?(today|tomorrow)\b|\b(today|tomorrow) (week|fortnight)\b`,
    ),
    ([, count, fortnight, day, dayFirst, length]) =>
      addDays(
        day === 'today' || dayFirst === 'today' ? today : addDays(today, 1),
        7 *
          (fortnight !== '' || length === 'fortnight'
            ? 2
            : numberOf(count === '' ? '1' : (count ?? '1'))),
      ),
  );
  mark(/\bthe day after tomorrow\b|\bday after tomorrow\b/g, () => addDays(today, 2));
  mark(/\b(?:today|tonight|this (?:morning|afternoon|evening))\b/g, () => today);
  mark(/\btomorrow\b/g, () => addDays(today, 1));
  mark(/\byesterday\b/g, () => addDays(today, -1));
  mark(pattern(String.raw`\ba week (?:on )?(${WEEKDAY})\b|\b(${WEEKDAY}) week\b`), ([, a, b]) =>
    addDays(nextWeekday(today, weekdayNumber(a === '' ? b : a)), 7),
  );
  mark(
    pattern(
      String.raw`\b(?:(next|last|this coming|this|coming) )?(${WEEKDAY})(?: (?:of )?(next week|after next|week after next|this week))?\b(?!s)`,
    ),
    ([, which, weekday, after], before) =>
      isTodayOrNext(which === '' && after === '' ? weekdayNumber(weekday) : 0, before, counting)
        ? { kind: 'today-or-next', day: today, isAlone: false }
        : near(
            which,
            weekdayNumber(weekday),
            after,
            behind(before, weekdayNumber(weekday), today) ??
              (begun === true && isToCome(before) ? today : weekdays),
            today,
          ),
  );
}

/** "Friday", said on a Friday of what is to come, is today or a week ahead. "Today, friday" is today. */
function isTodayOrNext(
  weekday: number,
  before: string,
  { today, weekdays, begun, asksWhichWeek }: Counting,
): boolean {
  if (asksWhichWeek !== true || begun === true || weekdays !== today) return false;
  return weekday === weekdayOf(today) && lastMark(before) === undefined;
}

/** "Monday to monday" and "from 18 january, back on monday" are no day long: it is the one after. */
function behind(before: string, weekday: number, today: Day): Day | undefined {
  const first = startIn(before, today);
  if (first === undefined || weekdayOf(first) !== weekday) return first;
  return TO_THE_NEXT.test(before) ? addDays(first, 1) : first;
}

const TO_THE_NEXT =
  /@ (?:to|until|through) (?:the )?$|\bback(?: (?:in|at work|to work|in work|into work))?(?: on)? $/;

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
export function markMonths(mark: Mark, { today, monthMeansFirst, daysOff }: Counting): void {
  mark(
    pattern(String.raw`\bend of (?:the month of )?(${MONTH})\b${YEAR}`),
    ([, month, year], before) => {
      // "A few days off at the end of january" are not its last day.
      if (daysOff === true && !/\b(?:until|to|through|before|by) (?:the )?$/.test(before))
        return undefined;
      const first = nextDate(addDays(today, -27), Number(monthNumber(month)), 1) ?? today;
      return lastOfMonth(
        year === '' ? partsOf(first).year : Number(year),
        Number(monthNumber(month)),
      );
    },
  );
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
