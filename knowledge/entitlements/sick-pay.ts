/** Occupational sick pay by the Agenda for Change rules (handbook section 14). */
import type { SickPayUsed } from './facts';
import type { SickPay } from './results';
import { line, worked, asks, type Book, type Sum } from './sum';
import { tenths } from './show-numbers';
import { sickPayWords as words } from './wording';

const SCALE = 1;
const LOOK_BACK = 2;

const MONTHS_A_YEAR = 12;
const STEPS = [
  'first-year',
  'second-year',
  'third-year',
  'fourth-and-fifth-year',
  'fourth-and-fifth-year',
];

/** @param serviceMonths months of NHS service that count for sick pay */
export function sickPay(book: Book, serviceMonths: number): SickPay {
  const step = STEPS[Math.floor(serviceMonths / MONTHS_A_YEAR)] ?? 'after-5-years';
  return {
    full: book.figure(SCALE, `${step}-full-pay`).amount,
    half: book.figure(SCALE, `${step}-half-pay`).amount,
  };
}

const DAYS_A_YEAR = 365;
const IN_A_MONTH = {
  months: 1,
  weeks: DAYS_A_YEAR / 7 / MONTHS_A_YEAR,
  days: DAYS_A_YEAR / MONTHS_A_YEAR,
};

/** What is left in months: full pay is used up before half pay. */
export function sickPayLeft({ full, half }: SickPay, used: SickPayUsed): SickPay {
  const months = used.amount / IN_A_MONTH[used.unit];
  return {
    full: Math.max(0, full - months),
    half: Math.max(0, half - Math.max(0, months - full)),
  };
}

export const sickPaySum: Sum = {
  name: 'sick-pay',
  policy: 'sickness-absence-and-sick-pay',
  reads: [SCALE, LOOK_BACK],
  asksAlways: true,
  work({ serviceMonths, sickPayUsed }, book) {
    if (serviceMonths === undefined) return asks('serviceMonths');
    const [scale, lookBack] = [book.clause(SCALE), book.clause(LOOK_BACK)];
    const months = book.figure(LOOK_BACK, 'look-back').amount;
    const whole = sickPay(book, serviceMonths);
    if (sickPayUsed === undefined || sickPayUsed.amount === 0)
      return worked(
        line(words.whole(whole), scale),
        line(words.service(serviceMonths), scale),
        line(words.lookBack(months), lookBack),
      );
    const left = sickPayLeft(whole, sickPayUsed);
    const { unit } = sickPayUsed;
    const inUnit = (months: number): number => {
      const amount = months * IN_A_MONTH[unit];
      return unit === 'days' ? Math.floor(amount) : tenths(amount);
    };
    return worked(
      line(words.left(left, inUnit(left.full), unit), scale, lookBack),
      line(words.working(whole, sickPayUsed, serviceMonths), scale, lookBack),
      line(words.counted(months), lookBack),
    );
  },
};
