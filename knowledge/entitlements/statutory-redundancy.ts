/** The redundancy pay of the law: so many weeks' pay by age and full years, up to a cap. */
import type { Facts } from './facts';
import type { StatutoryRedundancy } from './results';
import { asks, line, worked, type Book, type Sum } from './sum';
import { statutoryRedundancyWords as words } from './wording';

const LAW = 29;
const MONTHS_A_YEAR = 12;
const WEEKS_A_YEAR = 52;

/**
 * Full years are counted back from now; each has the rate of the age at which it began.
 * @returns undefined where more years were worked than the law's highest sum holds
 */
export function statutoryRedundancy(
  book: Book,
  years: number,
  age: number,
  weeklyPay: number,
): StatutoryRedundancy | undefined {
  const figure = (name: string): number => book.figure(LAW, name).amount;
  const cap = figure('week-cap');
  // The highest sum is for the most years at the highest rate.
  const mostYears = Math.round(figure('highest') / cap / figure('more'));
  if (years > mostYears) return undefined;
  let weeks = 0;
  for (let back = 1; back <= years; back += 1) {
    const then = age - back;
    weeks += figure(then >= figure('over') ? 'more' : then >= figure('under') ? 'one' : 'half');
  }
  const week = Math.min(weeklyPay, cap);
  return { weeks, week, capped: weeklyPay > cap, total: weeks * week };
}

export const statutoryRedundancySum: Sum = {
  name: 'statutory-redundancy',
  policy: 'redundancy-and-organisational-change',
  reads: [LAW],
  asksAlways: true,
  work(facts, book) {
    const law = book.clause(LAW);
    if (facts.serviceMonths === undefined) return asks('serviceMonths');
    const needed = book.figure(LAW, 'years').amount;
    const years = Math.floor(facts.serviceMonths / MONTHS_A_YEAR);
    if (years < needed) return worked(line(words.tooShort(needed, facts.serviceMonths), law));
    if (facts.age === undefined) return asks('age');
    const week = weekOf(facts);
    if (week === undefined) return asks('weeklyPay');
    const sum = statutoryRedundancy(book, years, facts.age, week);
    if (sum === undefined) return undefined;
    return worked(
      line(words.total(sum), law),
      line(words.working(sum, years, facts.age, book.figure(LAW, 'week-cap').amount), law),
    );
  },
};

const weekOf = ({ weeklyPay, monthlyPay }: Facts): number | undefined =>
  weeklyPay ?? (monthlyPay === undefined ? undefined : (monthlyPay * MONTHS_A_YEAR) / WEEKS_A_YEAR);
