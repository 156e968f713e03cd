/** NHS redundancy pay (handbook section 16): a month's pay, within limits, for each full year. */
import type { Facts } from './facts';
import type { Redundancy } from './results';
import { asks, line, worked, type Book, type Sum } from './sum';
import { redundancyWords as words } from './wording';

const PAY = 2;
const MONTHS_PAY = 3;
const SERVICE = 4;
const MONTHS_A_YEAR = 12;

/** @param share of full time, which lowers both limits; 1 where it is not known */
export function redundancyPay(
  book: Book,
  years: number,
  { monthlyPay, weeklyPay }: Facts,
  share: number,
): Redundancy | undefined {
  const weekly =
    weeklyPay === undefined ? undefined : weeklyPay * book.figure(MONTHS_PAY, 'weeks').amount;
  const said = Math.max(monthlyPay ?? 0, weekly ?? 0);
  if (said <= 0) return undefined;
  const floor = (book.figure(MONTHS_PAY, 'floor').amount * share) / MONTHS_A_YEAR;
  const cap = (book.figure(MONTHS_PAY, 'cap').amount * share) / MONTHS_A_YEAR;
  const month = Math.min(Math.max(said, floor), cap);
  const months =
    Math.min(Math.floor(years), book.figure(PAY, 'most').amount) * book.figure(PAY, 'each').amount;
  return {
    months,
    month,
    total: months * month,
    limit: said < floor ? 'floor' : said > cap ? 'cap' : undefined,
  };
}

export const redundancySum: Sum = {
  name: 'redundancy',
  policy: 'redundancy-and-organisational-change',
  reads: [PAY, MONTHS_PAY, SERVICE],
  asksAlways: true,
  work(facts, book) {
    if (facts.serviceMonths === undefined) return asks('serviceMonths');
    const [pay, limits, service] = [
      book.clause(PAY),
      book.clause(MONTHS_PAY),
      book.clause(SERVICE),
    ];
    const needed = book.figure(SERVICE, 'years').amount;
    const years = Math.floor(facts.serviceMonths / MONTHS_A_YEAR);
    if (years < needed) return worked(line(words.tooShort(needed, facts.serviceMonths), service));
    // The hours that the directory knows are those of the pay that is asked about.
    const share = Math.min((facts.weeklyHours ?? Infinity) / book.fullTimeWeek, 1);
    const sum = redundancyPay(book, years, facts, share);
    const most = book.figure(PAY, 'most').amount;
    if (sum === undefined)
      return asks(
        'monthlyPay',
        line(words.months(Math.min(years, most), years), pay),
        line(words.limits(needed, most), pay, service),
      );
    return worked(
      line(words.total(sum), pay),
      line(words.working(sum, years, most), pay, limits),
      line(words.checks(needed), service),
    );
  },
};
