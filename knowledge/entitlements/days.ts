/** Days of the calendar, `YYYY-MM-DD`, added and counted without clocks or time zones. */
import { DateTime } from 'luxon';
import type { Day } from '../policies/schema';

const at = (day: Day): DateTime => DateTime.fromISO(day, { zone: 'utc', locale: 'en-GB' });
const SUNDAY = 7;

/** The day `n` days later; earlier where `n` is negative. */
export const addDays = (day: Day, n: number): Day =>
  at(day).plus({ days: n }).toFormat('yyyy-MM-dd');

/** The same day of the month, `n` months later or the last day of a shorter month. */
export const addMonths = (day: Day, n: number): Day =>
  at(day).plus({ months: n }).toFormat('yyyy-MM-dd');

export const daysBetween = (from: Day, to: Day): number => at(to).diff(at(from), 'days').days;

/** Whole months from one day to another; 0 where the second is before the first. */
export const wholeMonths = (from: Day, to: Day): number =>
  Math.max(0, Math.floor(at(to).diff(at(from), 'months').months));

/** The start of the week that the day is in, where weeks run from Sunday to Saturday. */
export const sundayOnOrBefore = (day: Day): Day => {
  const { weekday } = at(day);
  return weekday === SUNDAY ? day : addDays(day, -weekday);
};

/** `2027-05-23` as `Sunday 23 May 2027`. */
export const longDay = (day: Day): string => at(day).toFormat('cccc d MMMM yyyy');

/** `2027-05-23` as `23 May 2027`. */
export const shortDay = (day: Day): string => at(day).toFormat('d MMMM yyyy');
