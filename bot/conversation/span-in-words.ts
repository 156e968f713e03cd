/** From one day to another, in words. */
import { longDay } from '../calendar/days';
import { wording } from '../wording';

/** "Monday 3 May to Friday 7 May 2027"; a year that both have stands once. @param first `YYYY-MM-DD` */
export function spanInWords(first: string, last: string): string {
  if (first === last) return longDay(last);
  const isOneYear = first.slice(0, 4) === last.slice(0, 4);
  const from = isOneYear ? longDay(first).replace(/ \d{4}$/, '') : longDay(first);
  return wording.approvals.days(from, longDay(last));
}
