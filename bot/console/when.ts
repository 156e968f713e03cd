/** Moments as the console tells them, on London's clocks. */
import { addDays, longDay, timeOfDay, today } from '../calendar/days';

/** For instance `Today, 12:05`, `Yesterday, 9:30`, `Tuesday 5 January 2027, 12:05`. */
export function whenInWords(at: Date, now: Date): string {
  return `${dayInWords(at, now)}, ${timeOfDay(at).replace(/^0/, '')}`;
}

export function dayInWords(at: Date, now: Date): string {
  const day = today(at);
  if (day === today(now)) return 'Today';
  return day === addDays(today(now), -1) ? 'Yesterday' : longDay(day);
}
