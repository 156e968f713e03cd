/** Days are Europe/London days, written `YYYY-MM-DD`, whatever the machine's own clock says. */
import { DateTime } from 'luxon';
import type { BankHolidays } from './bank-holidays';

const ZONE = 'Europe/London';
const SATURDAY = 6;
/** Until then, someone who says "tomorrow" may mean the day that has just begun. */
const EARLY_HOURS_END = 5;

const MINUTE_MS = 60_000;
let lastMinute: { minute: number; read: DateTime } | undefined;

/** `now` on London's clocks, to the minute. */
export function london(now: Date): DateTime {
  const minute = Math.floor(now.getTime() / MINUTE_MS);
  // Every turn asks several times, and reading a time zone's rules is slow.
  if (lastMinute?.minute !== minute) {
    const read = DateTime.fromMillis(minute * MINUTE_MS, { zone: ZONE }).setLocale('en-GB');
    lastMinute = { minute, read };
  }
  return lastMinute.read;
}

/** The day it is in London at `now`. */
export function today(now: Date): string {
  return london(now).toFormat('yyyy-MM-dd');
}

/** So many months earlier; of a day that the month does not have, its last one. */
export const monthsBefore = (now: Date, months: number): Date =>
  DateTime.fromJSDate(now, { zone: 'utc' }).minus({ months }).toJSDate();

/** The time it is in London at `now`, such as `08:30`. */
export function timeOfDay(now: Date): string {
  return london(now).toFormat('HH:mm');
}

/** Between midnight and 5 a.m., when "tomorrow" is read back with its weekday. */
export function isEarlyHours(now: Date): boolean {
  return london(now).hour < EARLY_HOURS_END;
}

/** `2027-03-01` as staff read it: `Monday 1 March 2027`. */
export function longDay(day: string): string {
  return parseDay(day).toFormat('cccc d MMMM yyyy');
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: string): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return WEEKDAYS[new Date(momentOf(day)).getUTCDay()] ?? 7;
}

/** The day `n` days later; earlier where `n` is negative. */
export function addDays(day: string, n: number): string {
  return new Date(momentOf(day) + n * DAY_MS).toISOString().slice(0, 10);
}

/** The `n`th Monday-to-Friday day after `day` that is no bank holiday; `day` itself for 0. */
export function addWorkingDays(
  day: string,
  n: number,
  holidays: Pick<BankHolidays, 'has'>,
): string {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`Cannot add ${n} working days.`);
  let reached = day;
  let left = n;
  while (left > 0) {
    reached = addDays(reached, 1);
    if (weekdayOf(reached) < SATURDAY && !holidays.has(reached)) left -= 1;
  }
  return reached;
}

const WAKING = { from: 8, to: 18 } as const;

/**
 * The same time of day `n` working days after `at`, for something that people are told then: where
 * that is at night, the nearest hour of that day between 8:00 and 18:00, London time.
 */
export function workingDaysLater(at: Date, n: number, holidays: Pick<BankHolidays, 'has'>): Date {
  const time = DateTime.fromJSDate(at, { zone: ZONE });
  const { year, month, day } = parseDay(addWorkingDays(today(at), n, holidays));
  const later = time.set({ year, month, day });
  const awake = later.startOf('hour');
  if (later.hour < WAKING.from) return awake.set({ hour: WAKING.from }).toJSDate();
  return (later.hour < WAKING.to ? later : awake.set({ hour: WAKING.to })).toJSDate();
}

/** Between 8:00 and 18:00 in London on a working day, when people can be asked. */
export function isWorkingTime(now: Date, holidays: Pick<BankHolidays, 'has'>): boolean {
  const { hour } = london(now);
  const day = today(now);
  return hour >= WAKING.from && hour < WAKING.to && weekdayOf(day) < SATURDAY && !holidays.has(day);
}

const DAY_MS = 86_400_000;
/** From Sunday, as `Date` counts them. */
const WEEKDAYS = [7, 1, 2, 3, 4, 5, 6] as const;

/** Midnight of the day in UTC, where every day has 24 hours. Lists ask this many times over. */
function momentOf(day: string): number {
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : Number.NaN;
  if (Number.isNaN(moment) || new Date(moment).toISOString().slice(0, 10) !== day)
    throw new RangeError(`"${day}" is no day; it must be YYYY-MM-DD.`);
  return moment;
}

const parseDay = (day: string): DateTime =>
  DateTime.fromMillis(momentOf(day), { zone: 'utc', locale: 'en-GB' });

/** Noon in London on that day: a moment that belongs to it whatever the season. */
export function noonOn(day: string): Date {
  return parseDay(day).set({ hour: 12 }).toJSDate();
}

/** Midnight in London, when the day begins. */
export const startOfDay = (day: string): Date => DateTime.fromISO(day, { zone: ZONE }).toJSDate();
