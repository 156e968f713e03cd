/** Calendar months of London, `YYYY-MM`, and which of them may be published. */
import { addDays, startOfDay, today } from '../../calendar/days';

/** Ratings, verdicts and what was left unfinished have until then. */
const DAYS_AFTER = 7;

export const monthOf = (at: Date): string => today(at).slice(0, 7);

export function monthsAfter(month: string, n: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const since = year * 12 + number - 1 + n;
  return `${Math.floor(since / 12)}-${String((since % 12) + 1).padStart(2, '0')}`;
}

/** `to` is the first moment that is no part of it. */
export const spanOf = (month: string): { readonly from: Date; readonly to: Date } => ({
  from: startOfDay(`${month}-01`),
  to: startOfDay(`${monthsAfter(month, 1)}-01`),
});

/** Whether nothing was there to be counted on its first day: what began then began within it. */
export const beginsWithin = (month: string, since: Date): boolean =>
  monthOf(since) === month && today(since) !== `${month}-01`;

/** The newest month that ended at least a week ago. */
export const newestMonth = (now: Date): string =>
  monthsAfter(addDays(today(now), -DAYS_AFTER).slice(0, 7), -1);

/** The day on which a month is published. */
export const publishedOn = (month: string): string =>
  addDays(`${monthsAfter(month, 1)}-01`, DAYS_AFTER);

/** Both included; none where the first is after the last. */
export function monthsFrom(first: string, last: string): readonly string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = monthsAfter(month, 1)) months.push(month);
  return months;
}
