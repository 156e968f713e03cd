/** Names of months and weekdays, as patterns and as numbers. */
import dayWords from '../../catalogue/words/day-words.json';

export const MONTH = dayWords.months.join('|');
export const WEEKDAY = dayWords.weekdays.join('|');
/** Of the last century only what is no time of day: nobody starts a shift at 19:60. */
export const YEAR = String.raw`(?: (20\d\d|19[6-9]\d)\b(?! hours))?`;

export function monthNumber(name = ''): string {
  return String(dayWords.months.indexOf(name) + 1);
}

export function weekdayNumber(name = ''): number {
  return dayWords.weekdays.indexOf(name) + 1;
}
