/** How old a request is and how near the day on which it is expected, in words. Days are London's. */
import type { BankHolidays } from '../calendar/bank-holidays';
import { dueDay } from '../calendar/due-day';
import { addDays, london, longDay, today, weekdayOf } from '../calendar/days';
import type { DeskRequest } from '../desk/desk-request';

type Holidays = Pick<BankHolidays, 'has'>;

export interface ServiceLevel {
  readonly state: 'past' | 'near' | 'well';
  /** For instance `Due tomorrow`, `2 working days late`. */
  readonly words: string;
}

const MINUTES = 60;
const MS_PER_MINUTE = 60_000;
/** Older than that the exact number helps nobody, and counting it costs. */
const LONGEST_COUNT = 400;

type Due = Pick<DeskRequest, 'confirmedAt' | 'serviceLevelDays' | 'expectedBy'>;

export function serviceLevel(request: Due, now: Date, holidays: Holidays): ServiceLevel {
  const due = dueDay(request, holidays);
  const day = today(now);
  if (day > due) {
    const late = workingDaysBetween(due, day, holidays);
    return { state: 'past', words: late === 0 ? 'Late' : `${workingDays(late)} late` };
  }
  if (day === due) return { state: 'near', words: 'Due today' };
  if (workingDaysBetween(day, due, holidays) <= 1) {
    return { state: 'near', words: due === addDays(day, 1) ? 'Due tomorrow' : dueOn(due) };
  }
  return { state: 'well', words: dueOn(due) };
}

/** For instance `20 minutes`, `3 hours`, `2 working days`, `since Saturday`. */
export function ageInWords(since: Date, now: Date, holidays: Holidays): string {
  const [from, day] = [today(since), today(now)];
  const days = workingDaysBetween(from, day, holidays);
  if (days > 0) return workingDays(days);
  if (from !== day) return `since ${london(since).toFormat('cccc')}`;
  const minutes = Math.max(0, Math.floor((now.getTime() - since.getTime()) / MS_PER_MINUTE));
  return minutes < MINUTES
    ? counted(minutes, 'minute')
    : counted(Math.floor(minutes / MINUTES), 'hour');
}

/** Monday-to-Friday days after `from` up to `to` that are no bank holidays; at most 400. */
export function workingDaysBetween(from: string, to: string, holidays: Holidays): number {
  let days = 0;
  for (let day = addDays(from, 1); day <= to && days < LONGEST_COUNT; day = addDays(day, 1)) {
    if (weekdayOf(day) <= 5 && !holidays.has(day)) days += 1;
  }
  return days;
}

const dueOn = (day: string): string => {
  const [weekday = '', date = '', month = ''] = longDay(day).split(' ');
  return `Due ${weekday} ${date} ${month}`;
};

const workingDays = (days: number): string =>
  days >= LONGEST_COUNT ? `over ${LONGEST_COUNT} working days` : counted(days, 'working day');

const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
