/** Finds single days in plain text and marks them `@YYYY-MM-DD@`, or `…~@` where only a date of the month was said. */
import { pattern } from './pattern';
import {
  addDays,
  addMonths,
  dayOf,
  inWords,
  nextDateOfMonth,
  partsOf,
  weekdayOf,
  type Day,
} from './days';
import { withFiguresForOrdinals, withoutOtherNumbers } from './clear-numbers';
import { anchorIn, dated, JOINED, lastMark, noSuchDay } from './dated';
import { MONTH, monthNumber, WEEKDAY, weekdayNumber, YEAR } from './day-names';
import { markListedDates } from './mark-listed-dates';
import { markNamedDays } from './mark-named-days';
import { markMonths, markNearDays, markWeekdaysOfMonths } from './mark-near-days';
import type { Counting, DayContext, Mark, Marked } from './marked';
import type { Problem } from './reading';
import { inUsualForms } from './usual-forms';
import { DATES_BACK, dateThatBegan } from './what-began';

const DATE = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;
const JOIN = '(?:to|until|through|and)(?: the)?';

/** "tuesday and wednesday next week": both are next week. */
const BOTH_OF_A_WEEK = new RegExp(
  String.raw`\b(${WEEKDAY}) (to|and|until|through) (${WEEKDAY}) (next week|this week|week after next)\b`,
  'g',
);

/** "next week monday to wednesday": the week said first. */
const WEEK_THEN_DAYS = new RegExp(
  String.raw`\b(?:the )?(next week|this week|week after next) (?:on |from )?((?:${WEEKDAY})(?: (?:to|and|until|through) (?:${WEEKDAY}))?)\b`,
  'g',
);

/** How many days back a weekday may lie of what has begun. */
const WEEKDAYS_BACK = 6;

export function markDays(text: string, said: DayContext): Marked {
  const countsFrom = said.countFromFirst === true ? said.first : undefined;
  const [weekdays, begunBack] = said.begun === true ? [WEEKDAYS_BACK, DATES_BACK] : [0, 0];
  const dates = said.datesBack ?? begunBack;
  const context = {
    ...said,
    countsFrom,
    weekdays: countsFrom ?? addDays(said.today, -weekdays),
    dates: countsFrom ?? addDays(said.today, -dates),
  };
  let marked = withoutOtherNumbers(inUsualForms(withFiguresForOrdinals(text), said));
  let problem: Problem | undefined;
  const mark: Mark = (pattern, put) => {
    let done = '';
    let rest = 0;
    for (const match of marked.matchAll(pattern)) {
      done += marked.slice(rest, match.index);
      rest = match.index + match[0].length;
      const found = put(
        match.map((words: string | undefined) => words ?? ''),
        done,
      );
      if (typeof found === 'object') problem ??= found;
      done += typeof found === 'string' ? asMark(found) : match[0];
    }
    marked = done + marked.slice(rest);
  };
  marked = marked.replace(WEEK_THEN_DAYS, '$2 $1').replace(BOTH_OF_A_WEEK, '$1 $4 $2 $3 $4');
  marked = markNamedDays(marked, said.isPast === true ? context.dates : context.today);
  markWeekdaysOfMonths(mark, context.today);
  markFullDates(mark, context);
  markDatesOfMonths(mark, context);
  marked = markListedDates(marked);
  markNearDays(mark, context);
  markMonths(mark, context);
  markSameDays(mark);
  return { text: marked, problem };
}

/** "Due on 19 april, and i want my leave from that same day". */
function markSameDays(mark: Mark): void {
  mark(
    /\b(from|on|starting|beginning)(?: on)? (?:that|the)(?: very)? (?:same )?(?:day|date)\b(?! (?:of|after|before|that|i|we|my|when))/g,
    ([, before], told) => {
      const day = lastMark(told);
      return day === undefined ? undefined : `${before ?? 'on'} @${day}@`;
    },
  );
}

function asMark(found: string): string {
  return found.includes('@') ? found : `@${found}@`;
}

/** `2027-05-03`, `3/5`, `3 to 7/5`. */
function markFullDates(mark: Mark, counting: Counting): void {
  const start = anchorIn('', counting);
  mark(
    /(?<![@\d/-])(\d{1,2}) to (?=(\d{1,2})\/(\d{1,2})(?:\/(\d{2,4}))?\b)/g,
    ([all, date, , month, year]) => {
      const first = dated(start, all, date, month, year);
      return typeof first === 'string' ? `@${first}@ to ` : first;
    },
  );
  mark(/(?<![@\d-])(20\d\d|19[6-9]\d)-(\d{1,2})-(\d{1,2})\b(?!@)/g, ([all, year, month, date]) =>
    dated(start, all, date, month, year),
  );
  mark(
    pattern(
      String.raw`(?:\b(${WEEKDAY}) )?(?:the )?(?<![@\d/])(\d{1,2})\/(\d{1,2})(?:\/(20\d\d|19[6-9]\d|\d\d))?\b(?!\/)`,
    ),
    ([all, weekday, date, month, year], before) =>
      onWeekday(weekday, dated(anchorIn(before, counting), all, date, month, year)),
  );
}

/** "3 to 7 may", "monday 3rd of may 2027", "may 3rd", "the 30th". */
function markDatesOfMonths(mark: Mark, counting: Counting): void {
  const { dates: today, first, begun } = counting;
  mark(/\b(?:the )?(\d{1,2})(?:st|nd|rd|th)? of (next|this|the) month\b/g, ([all, date, which]) => {
    const { year, month } = partsOf(addMonths(counting.today, which === 'next' ? 1 : 0));
    return dayOf(year, month, Number(date)) ?? noSuchDay(all ?? '');
  });
  mark(
    pattern(
      String.raw`(?:\b(?:${WEEKDAY}) )?(?:the )?(?<![@\d/.-])\b${DATE} (${JOIN}) (?:(?:${WEEKDAY}) )?(?:the )?(?=${DATE} (?:of )?(${MONTH})\b${YEAR})`,
    ),
    ([all, date, join, lastDate, month, year]) => {
      const last = dated({ day: today, isFirst: false }, all, lastDate, monthNumber(month), year);
      if (typeof last !== 'string') return last;
      const day = dayOf(partsOf(last).year, partsOf(last).month, Number(date));
      if (day === undefined) return noSuchDay(`${date ?? ''} ${month ?? ''}`);
      if (day > last) return startsAMonthBefore(day, last);
      return `@${day}@ ${join === 'and' ? 'and' : 'to'} `;
    },
  );
  mark(
    pattern(
      String.raw`(?:\b(${WEEKDAY}) )?(?:the )?(?<![@\d/.-])\b${DATE} (?:day )?(?:of )?(${MONTH})\b${YEAR}`,
    ),
    ([all, weekday, date, month, year], before) =>
      onWeekday(weekday, dated(anchorIn(before, counting), all, date, monthNumber(month), year)),
  );
  mark(
    pattern(
      String.raw`(?:\b(${WEEKDAY}) )?\b(${MONTH}) (?:the )?${DATE}\b(?! (?:days|weeks|hours|day|week|hour|wte|fte))${YEAR}`,
    ),
    ([all, weekday, month, date, year], before) =>
      onWeekday(weekday, dated(anchorIn(before, counting), all, date, monthNumber(month), year)),
  );
  mark(
    pattern(
      String.raw`(?:\b(${WEEKDAY}) )?\b(?:the )?(?<![@\d])(\d{1,2})(?:st|nd|rd|th)\b(?! (?:week|time|year|day\b|full|birthday))`,
    ),
    ([, weekday, date], before) =>
      onWeekday(
        weekday,
        begun === true
          ? dateThatBegan(Number(date), before, counting.today, counting.isPast)
          : dateOfMonth(
              Number(date),
              lastMark(before) ?? first,
              counting.countsFrom ?? counting.today,
              JOINED.test(before),
            ),
      ),
  );
}

/** @param found a day, or one that is marked already: `@2027-05-03~@` */
function onWeekday(
  weekday: string | undefined,
  found: string | Problem | undefined,
): string | Problem | undefined {
  if (typeof found !== 'string' || weekday === undefined || weekday === '') return found;
  const day = lastMark(found) ?? found;
  return weekdayOf(day) === weekdayNumber(weekday)
    ? found
    : { kind: 'wrong-weekday', said: weekday, day };
}

/** "30 to 3 may": most likely from the 30th of April. */
function startsAMonthBefore(first: Day, last: Day): Problem {
  const before = addMonths(first, -1);
  const suggestion = { first: before, last };
  return { kind: 'last-before-first', first, last, suggestion };
}

/** "to the 30th" of the month it starts in, even where that is before: the dialog then asks. */
function dateOfMonth(
  date: number,
  first: Day | undefined,
  today: Day,
  isJoined: boolean,
): string | Problem | undefined {
  if (first === undefined) return nextDateOfMonth(today, date) ?? noSuchDay(String(date));
  const { year, month } = partsOf(first);
  const inMonth = dayOf(year, month, date);
  // "16th to 30th", where the 16th is in February: which of them is wrong, nobody can tell.
  if (inMonth === undefined && isJoined)
    return noSuchDay(`${date} ${inWords(first, false).split(' ')[2] ?? ''}`);
  const day = inMonth ?? nextDateOfMonth(first, date);
  if (day === undefined) return noSuchDay(String(date));
  return day < today ? nextDateOfMonth(today, date) : `@${day}~@`;
}
