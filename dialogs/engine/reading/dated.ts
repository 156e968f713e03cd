/** The day of a date that was said with or without its year. */
import { dayOf, daysFrom, nextDate, partsOf, type Day } from './days';
import type { Problem } from './reading';

/** What a date without a year is counted from. */
export interface Anchor {
  readonly day: Day;
  /** Whether it is the first day of the span that the date may end. */
  readonly isFirst: boolean;
}

/** "28 december to 3 january" turns the year; "10 may to 3 may" is a slip, and must not. */
const LONGEST_OVER_NEW_YEAR = 60;

export function dated(
  { day: from, isFirst }: Anchor,
  said = '',
  date = '',
  month = '',
  year = '',
): Day | Problem {
  const [d, m] = [Number(date), Number(month)];
  const y = yearInFull(year);
  if (year !== '') return dayOf(y, m, d) ?? noSuchDay(said);
  const next = nextDate(from, m, d);
  if (next === undefined) return noSuchDay(said);
  const sameYear = dayOf(partsOf(from).year, m, d);
  const isTooLong = isFirst && daysFrom(from, next) > LONGEST_OVER_NEW_YEAR;
  return isTooLong && sameYear !== undefined ? sameYear : next;
}

/** "3/9/98" was in the last century. */
export function yearInFull(year: string): number {
  const number = Number(year);
  if (year.length > 2) return number;
  return number + (number < 60 ? 2000 : 1900);
}

interface Counted {
  readonly dates: Day;
  readonly countsFrom: Day | undefined;
  readonly isApart?: boolean | undefined;
}

export const JOINED = /~?@ (?:to|until|and) (?:the )?$/;

/** A second date counts from the first one: "21 december to 2 january". */
export function anchorIn(before: string, { dates, countsFrom, isApart }: Counted): Anchor {
  const first = isApart === true && !JOINED.test(before) ? undefined : lastMark(before);
  if (first !== undefined && first >= dates) return { day: first, isFirst: true };
  return countsFrom === undefined
    ? { day: dates, isFirst: false }
    : { day: countsFrom, isFirst: true };
}

export function lastMark(before: string): Day | undefined {
  return [...before.matchAll(/@(\d{4}-\d\d-\d\d)~?@/g)].at(-1)?.[1];
}

export function noSuchDay(said: string): Problem {
  return { kind: 'no-such-day', said: said.trim() };
}
