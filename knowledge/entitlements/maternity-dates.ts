/** When maternity leave can start and work must be told, counted in weeks from the due date. */
import type { Day } from '../policies/schema';
import { addDays, sundayOnOrBefore } from './days';
import type { MaternityDates } from './results';
import { asks, line, worked, type Book, type Sum } from './sum';
import { maternityWords as words } from './wording';

const [EARLIEST, NOTICE, COUNTING] = [6, 2, 3] as const;
const DAYS_A_WEEK = 7;

export function maternityDates(book: Book, dueDate: Day): MaternityDates {
  const earliestWeeks = book.figure(EARLIEST, 'earliest-start').amount;
  const noticeWeeks = book.figure(NOTICE, 'notice-week').amount;
  const weekOfBirth = sundayOnOrBefore(dueDate);
  return {
    weekOfBirth,
    earliestStart: addDays(weekOfBirth, -earliestWeeks * DAYS_A_WEEK),
    tellBy: addDays(weekOfBirth, -noticeWeeks * DAYS_A_WEEK + DAYS_A_WEEK - 1),
    earliestWeeks,
    noticeWeeks,
  };
}

export const maternityDatesSum: Sum = {
  name: 'maternity-dates',
  policy: 'maternity-leave-and-pay',
  reads: [EARLIEST, NOTICE, COUNTING],
  asksAlways: true,
  work({ dueDate }, book) {
    if (dueDate === undefined) return asks('dueDate');
    const dates = maternityDates(book, dueDate);
    return worked(
      line(words.dates(dates, book.on), book.clause(EARLIEST), book.clause(NOTICE)),
      line(words.counted(dates), book.clause(COUNTING)),
    );
  },
};
