/** Whether someone can be rung now, and otherwise when. Clock times are London's, summer and winter. */
import type { OpeningHours } from '../directory/directory';
import type { BankHolidays } from './bank-holidays';
import { addDays, isEarlyHours, longDay, timeOfDay, today, weekdayOf } from './days';

export type Opening =
  | { readonly kind: 'always'; readonly openNow: true }
  /** `until` is `HH:MM`, today. */
  | { readonly kind: 'open'; readonly openNow: true; readonly until: string }
  | {
      readonly kind: 'closed';
      readonly openNow: false;
      readonly opens: { readonly day: string; readonly time: string };
    };

/** Longer than any run of closed days that weekly hours and bank holidays can make. */
const DAYS_AHEAD = 21;
const WEEK = 7;

/** @throws Error for weekly hours that name no day; the directory refuses to load those */
export function whenOpen(
  hours: OpeningHours,
  now: Date,
  holidays: Pick<BankHolidays, 'has'>,
): Opening {
  if (hours.kind === 'always') return { kind: 'always', openNow: true };
  const day = today(now);
  const time = timeOfDay(now);
  const hoursOn = (on: string) => (holidays.has(on) ? undefined : hours.days[weekdayOf(on)]);

  const todays = hoursOn(day);
  if (todays !== undefined && time < todays.from) return closedUntil(day, todays.from);
  if (todays !== undefined && time < todays.to) {
    return { kind: 'open', openNow: true, until: todays.to };
  }
  for (let ahead = 1; ahead <= DAYS_AHEAD; ahead += 1) {
    const next = addDays(day, ahead);
    const from = hoursOn(next)?.from;
    if (from !== undefined) return closedUntil(next, from);
  }
  throw new Error('These opening hours never open.');
}

/** For instance `open until 17:00`, `opens tomorrow at 8:30`, `opens Monday at 8:30`. */
export function sayOpening(opening: Opening, now: Date): string {
  switch (opening.kind) {
    case 'always':
      return 'open day and night';
    case 'open':
      return `open until ${sayTime(opening.until)}`;
    case 'closed':
      return `opens ${sayWhenOpens(opening, now)}`;
  }
}

/** For instance `tomorrow at 8:30`. */
export const sayWhenOpens = (
  { opens: { day, time } }: Extract<Opening, { kind: 'closed' }>,
  now: Date,
): string => `${sayDay(day, now)} at ${sayTime(time)}`;

function closedUntil(day: string, time: string): Opening {
  return { kind: 'closed', openNow: false, opens: { day, time } };
}

function sayDay(day: string, now: Date): string {
  const from = today(now);
  if (day === from) return 'today';
  // Before 5 a.m. "tomorrow" could be heard as the day that has just begun.
  if (day === addDays(from, 1) && !isEarlyHours(now)) return 'tomorrow';
  const [weekday = '', date = '', month = ''] = longDay(day).split(' ');
  return day < addDays(from, WEEK) ? weekday : `${weekday} ${date} ${month}`;
}

/** `08:30` as people say it: `8:30`. */
function sayTime(time: string): string {
  return time.replace(/^0/, '').replace(/^24:00$/, 'midnight');
}
