/** The least notice that an employer must give by law: a week for each full year, within limits. */
import { asks, line, worked, type Book, type Sum } from './sum';
import { noticeWords as words } from './wording';

const EMPLOYER = 7;
const MONTHS_A_YEAR = 12;

/** @returns weeks; 0 before the first month is worked */
export function statutoryNotice(book: Book, serviceMonths: number): number {
  const figure = (name: string): number => book.figure(EMPLOYER, name).amount;
  if (serviceMonths < figure('service')) return 0;
  const years = Math.floor(serviceMonths / MONTHS_A_YEAR);
  if (years < figure('years')) return figure('start');
  return Math.min(years * figure('start'), figure('most'));
}

export const statutoryNoticeSum: Sum = {
  name: 'statutory-notice',
  policy: 'notice-periods-and-leaving',
  reads: [EMPLOYER],
  asksAlways: true,
  work({ serviceMonths }, book) {
    if (serviceMonths === undefined) return asks('serviceMonths');
    const rule = book.clause(EMPLOYER);
    const weeks = statutoryNotice(book, serviceMonths);
    return worked(
      line(words.weeks(weeks), rule),
      line(words.working(weeks, serviceMonths, book.figure(EMPLOYER, 'most').amount), rule),
    );
  },
};
