/** "12, 13 and 14 february": the dates that share the month of the one behind them. */
import { pattern } from './pattern';
import { dayOf, partsOf } from './days';

const LISTED = String.raw`(?<![\d@/.:-])\b(\d{1,2})(?:st|nd|rd|th)? (and |or )?(?:the )?(?=@(\d{4}-\d\d-\d\d)@)`;

/** @param marked plain text in which the last date of each list is marked */
export function markListedDates(marked: string): string {
  for (let text = marked; ;) {
    const next = text.replace(pattern(LISTED), (all: string, date: string, join = '', day = '') => {
      const { year, month, date: later } = partsOf(day);
      // A higher number before it is no earlier date: "for 15 3 may".
      const before = Number(date) < later ? dayOf(year, month, Number(date)) : undefined;
      return before === undefined ? all : `@${before}@ ${join}`;
    });
    if (next === text) return text;
    text = next;
  }
}
