/** The last day after notice is given, and the day by which to give it for a last day that is wanted. */
import type { Day } from '../policies/schema';
import { addDays, addMonths } from './days';
import type { Facts, Notice } from './facts';
import { asks, line, worked, type Sum, type Worked } from './sum';
import { lastDayWords as words } from './wording';

const COUNTING = 38;
const DAYS_A_WEEK = 7;

/** Counted from the day after: a week that is given on a Monday ends on the next Monday. */
export const lastDayAfter = (given: Day, notice: Notice): Day => moved(given, notice, 1);

/** The last day on which enough notice can be given. */
export const giveBy = (lastDay: Day, notice: Notice): Day => moved(lastDay, notice, -1);

function moved(day: Day, { amount, unit }: Notice, way: 1 | -1): Day {
  if (unit === 'months') return addMonths(day, way * amount);
  return addDays(day, way * amount * (unit === 'weeks' ? DAYS_A_WEEK : 1));
}

/** A job that begins on a day ahead leaves the day before it free. */
const dayBeforeNewJob = ({ serviceStart }: Facts, on: Day): Day | undefined =>
  serviceStart !== undefined && serviceStart > on ? addDays(serviceStart, -1) : undefined;

export const lastDaySum: Sum = {
  name: 'last-day',
  policy: 'notice-periods-and-leaving',
  reads: [COUNTING],
  asksAlways: false,
  work(facts, book) {
    const { noticeGiven, notice } = facts;
    const { on } = book;
    const wanted = facts.lastDay ?? dayBeforeNewJob(facts, on);
    const rule = book.clause(COUNTING);
    const told = (first: string, length: Notice): Worked =>
      worked(line(first, rule), line(words.working(length), rule));
    if (noticeGiven !== undefined)
      return notice === undefined
        ? asks('notice')
        : told(words.lastDay(noticeGiven, lastDayAfter(noticeGiven, notice), on), notice);
    if (wanted === undefined) return asks('noticeGiven');
    return notice === undefined
      ? asks('notice')
      : told(words.giveBy(giveBy(wanted, notice), wanted, on), notice);
  },
};
