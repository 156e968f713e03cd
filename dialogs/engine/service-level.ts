/** By when a request is usually finished: the last of its working days, bank holidays left out. */
import type { ServiceDefinition } from '../catalogue/schema';
import type { Asker } from './asker';
import { addDays, weekdayOf, type Day } from './reading/days';

export function usuallyDoneBy(
  { serviceLevelDays }: Pick<ServiceDefinition, 'serviceLevelDays'>,
  { today, bankHolidays }: Pick<Asker, 'today' | 'bankHolidays'>,
): Day {
  let day = today;
  for (let left = serviceLevelDays; left > 0;) {
    day = addDays(day, 1);
    if (weekdayOf(day) <= 5 && !bankHolidays.has(day)) left -= 1;
  }
  return day;
}
