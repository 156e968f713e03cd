/** Figures as they stand in the tables. What was not published is never a dash that could be nought. */
import { DateTime } from 'luxon';
import type { Count, Sheet } from './sheets';

export const HIDDEN = 'Hidden';

const numbers = new Intl.NumberFormat('en-GB');

export const sayCount = (count: Count): string =>
  count === undefined ? HIDDEN : numbers.format(count);

export const sayPercent = (share: Count): string =>
  share === undefined ? HIDDEN : `${Math.round(share)}%`;

/** `120 (24%)` */
export const sayBoth = (count: Count, share: Count): string =>
  count === undefined || share === undefined
    ? sayCount(count)
    : `${sayCount(count)} (${sayPercent(share)})`;

/** `+12 (+40%)` */
export function sayChange(now: Count, before: Count): string {
  if (now === undefined || before === undefined) return 'Not known';
  const change = now - before;
  const sign = change > 0 ? '+' : change < 0 ? '−' : '';
  const share = before === 0 ? '' : ` (${sign}${Math.round((100 * Math.abs(change)) / before)}%)`;
  return `${sign}${numbers.format(Math.abs(change))}${share}`;
}

/** `October 2026` */
export const longMonth = (month: string): string => read(month).toFormat('LLLL yyyy');

/** What a month is, beside its name, where it is no whole one or was counted otherwise. */
export const monthAsCounted = ({ month, isPart, isOfQuestions }: Sheet): string =>
  [
    longMonth(month),
    ...(isPart ? ['(part of the month)'] : []),
    ...(isOfQuestions ? ['(ten questions or more)'] : []),
  ].join(' ');

/** `Oct 26` */
export const shortMonth = (month: string): string => read(month).toFormat('LLL yy');

const read = (month: string) => DateTime.fromISO(`${month}-01`, { zone: 'utc', locale: 'en-GB' });
