/** Arithmetic with calendar days, `YYYY-MM-DD`. No clock and no time zone: a day is a day. */
import { DateTime } from 'luxon';

export type Day = string;

const at = (day: Day) => DateTime.fromISO(day, { zone: 'utc' });

export function addDays(day: Day, days: number): Day {
  if (days === 0) return day;
  return at(day).plus({ days }).toFormat('yyyy-MM-dd');
}

export function addMonths(day: Day, months: number): Day {
  return at(day).plus({ months }).toFormat('yyyy-MM-dd');
}

export function daysFrom(first: Day, last: Day): number {
  return Math.round(at(last).diff(at(first), 'days').days);
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: Day): number {
  return at(day).weekday;
}

export function partsOf(day: Day): { year: number; month: number; date: number } {
  const { year, month, day: date } = at(day);
  return { year, month, date };
}

/** Undefined where the calendar has no such day: 31 June. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  const day = DateTime.utc(year, month, date);
  return day.isValid ? day.toFormat('yyyy-MM-dd') : undefined;
}

/** The next such day of the year on or after `from`; undefined where no year has it. */
export function nextDate(from: Day, month: number, date: number): Day | undefined {
  const { year } = partsOf(from);
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const day = dayOf(year + ahead, month, date);
    if (day !== undefined && day >= from) return day;
  }
  return undefined;
}

/** The next such day of a month on or after `from`: "the 30th". */
export function nextDateOfMonth(from: Day, date: number): Day | undefined {
  const { year, month } = partsOf(from);
  for (let ahead = 0; ahead <= 12; ahead += 1) {
    const first = DateTime.utc(year, month, 1).plus({ months: ahead });
    const day = dayOf(first.year, first.month, date);
    if (day !== undefined && day >= from) return day;
  }
  return undefined;
}

/** The next such weekday on or after `from`. */
export function nextWeekday(from: Day, weekday: number): Day {
  return addDays(from, (weekday - weekdayOf(from) + 7) % 7);
}

export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

/** The start of the week that the day is in, where weeks run from Sunday to Saturday, as the policies count them. */
export function sundayOf(day: Day): Day {
  return addDays(day, -(weekdayOf(day) % 7));
}

export function lastOfMonth(year: number, month: number): Day {
  return DateTime.utc(year, month, 1).endOf('month').toFormat('yyyy-MM-dd');
}

/** Easter Sunday, by the anonymous Gregorian rule (Meeus, Astronomical Algorithms, chapter 8). */
export function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const m = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const n = Math.floor((a + 11 * h + 19 * m) / 433);
  const month = Math.floor((h + m - 7 * n + 90) / 25);
  const date = (h + m - 7 * n + 33 * month + 19) % 32;
  return DateTime.utc(year, month, date).toFormat('yyyy-MM-dd');
}

/** "Friday 7 May", or with its year. */
export function inWords(day: Day, withYear = true): string {
  return at(day)
    .setLocale('en-GB')
    .toFormat(withYear ? 'cccc d MMMM yyyy' : 'cccc d MMMM');
}
