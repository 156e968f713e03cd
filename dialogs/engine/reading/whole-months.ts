/** A month and its year, of a time so long past that nobody knows the day. */
import dayWords from '../../catalogue/words/day-words.json';
import { yearInFull } from './dated';
import { dayOf, lastOfMonth } from './days';

const MONTH = dayWords.months.join('|');
/** "Oct 20" is no day of a time so long past. */
const YEAR = String.raw`(20\d\d|19[6-9]\d|\d\d)`;
const FULL_YEAR = String.raw`(20\d\d|19[6-9]\d)`;
const ENDS = String.raw`(?:\b(to|until|through|ended|ended in|left|left in|finished|finished in) )?`;
const NAMED = new RegExp(
  String.raw`${ENDS}(?<!\d(?:st|nd|rd|th)? (?:of )?)\b(${MONTH}) ${YEAR}\b`,
  'g',
);
const IN_FIGURES = new RegExp(String.raw`${ENDS}(?<![\d/])\b(0?[1-9]|1[0-2])/${FULL_YEAR}\b`, 'g');

/**
 * "august 2011 to december 2020" → "2011-08-01 to 2020-12-31".
 *
 * @param said plain text
 * @param asksForLast whether it answers the question for the last day
 */
export function wholeMonthsAsDays(said: string, asksForLast: boolean): string {
  const put = (all: string, end: string | undefined, month: number, year: number): string => {
    const isLast = end !== undefined || asksForLast;
    const day = isLast ? lastOfMonth(year, month) : dayOf(year, month, 1);
    return day === undefined ? all : [end, day].filter((word) => word !== undefined).join(' ');
  };
  return said
    .replace(NAMED, (all: string, end: string | undefined, name: string, year: string) =>
      put(all, end, dayWords.months.indexOf(name) + 1, yearInFull(year)),
    )
    .replace(IN_FIGURES, (all: string, end: string | undefined, month: string, year: string) =>
      put(all, end, Number(month), Number(year)),
    );
}
