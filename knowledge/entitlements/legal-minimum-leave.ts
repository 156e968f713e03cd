/** The least paid holiday that the law gives: so many weeks, whatever the week is. */
import { asks, line, worked, type Book, type Sum } from './sum';
import { legalMinimumWords as words } from './wording';

const LAW = 32;

/** Days a year for somebody who works so many days a week; never more than a 5-day week has. */
function legalMinimumDays(book: Book, daysAWeek: number): number {
  const weeks = book.figure(LAW, 'legal-minimum').amount;
  return Math.min(
    Math.round(daysAWeek * weeks * 10) / 10,
    book.figure(LAW, 'five-day-week').amount,
  );
}

export const legalMinimumSum: Sum = {
  name: 'legal-minimum-leave',
  policy: 'annual-leave-and-bank-holidays',
  reads: [LAW],
  asksAlways: false,
  work({ daysAWeek }, book) {
    const law = book.clause(LAW);
    if (daysAWeek === undefined) return asks('daysAWeek');
    const weeks = book.figure(LAW, 'legal-minimum').amount;
    return worked(
      line(words.days(legalMinimumDays(book, daysAWeek)), law),
      line(words.working(daysAWeek, weeks), law),
    );
  },
};
