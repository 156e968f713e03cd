/** Days that are said by a word alone, and whole months: "today", "next thursday", "from september". */
import { MONTH, monthNumber, WEEKDAY, weekdayNumber, YEAR } from './day-names';
import { dated } from './dated';
import {
  addDays,
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
