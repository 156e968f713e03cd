/** A moment some open hours later: what is promised for it can be kept while somebody is there. */
import { DateTime } from 'luxon';
import type { OpeningHours } from '../directory/directory';
import type { BankHolidays } from './bank-holidays';
import { addDays, today, weekdayOf } from './days';

const ZONE = 'Europe/London';
/** Longer than a promise of eighty hours to somebody who opens for an hour a week. */
const DAYS_AHEAD = 600;

/**
 * Only hours in which they are open are counted, so it is never before they next open.
 *
 * @throws Error for weekly hours that never open; the directory refuses to load those
 */
export function openHoursLater(
  hours: OpeningHours,
  at: Date,
  count: number,
  holidays: Pick<BankHolidays, 'has'>,
): Date {
  const from = DateTime.fromJSDate(at, { zone: ZONE }).startOf('minute');
  if (hours.kind === 'always') return from.plus({ hours: count }).toJSDate();
  let left = count * 60;
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const day = addDays(today(at), ahead);
    const open = holidays.has(day) ? undefined : hours.days[weekdayOf(day)];
    if (open === undefined) continue;
    const [opens, closes] = [onClock(day, open.from), onClock(day, open.to)];
    const start = opens > from ? opens : from;
    const minutes = closes.diff(start, 'minutes').minutes;
    if (minutes <= 0) continue;
    if (left <= minutes) return start.plus({ minutes: left }).toJSDate();
    left -= minutes;
  }
  throw new Error('These opening hours never open.');
}

/** @param time `HH:MM`; `24:00` is the end of the day */
function onClock(day: string, time: string): DateTime {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return DateTime.fromISO(day, { zone: ZONE })
    .plus({ days: hour === 24 ? 1 : 0 })
    .set({
      hour: hour % 24,
      minute,
    });
}
