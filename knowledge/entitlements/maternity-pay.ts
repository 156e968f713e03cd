/** NHS maternity pay (handbook section 15): who gets it, its four stages, and what they come to. */
import type { Day } from '../policies/schema';
import { addDays, sundayOnOrBefore } from './days';
import type { Facts } from './facts';
import type { Stage } from './results';
import { servedBy } from './service-by';
import { asks, line, worked, type Book, type Line, type Sum } from './sum';
import { maternityWords as words } from './wording';

const LEAVE = 1;
const [PAY, QUALIFIES, NEW_IN_JOB, FULL_PAY] = [9, 10, 11, 13] as const;
const DAYS_A_WEEK = 7;

/** The four stages of NHS maternity pay, one after another, to the end of the leave. */
export function maternityStages(book: Book, leaveStart: Day | undefined): readonly Stage[] {
  const stages: Stage[] = [];
  let from = leaveStart;
  for (const name of ['full', 'half', 'statutory', 'unpaid'] as const) {
    const figure = name === 'full' || name === 'half' ? `${name}-pay-weeks` : `${name}-weeks`;
    const weeks = book.figure(PAY, figure).amount;
    const next = from === undefined ? undefined : addDays(from, weeks * DAYS_A_WEEK);
    stages.push({
      name,
      weeks,
      first: from,
      last: next === undefined ? undefined : addDays(next, -1),
    });
    from = next;
  }
  return stages;
}

/** Whether there is enough NHS service by the week that counts; undefined where it cannot be told. */
export function hasServiceForPay(book: Book, facts: Facts): boolean | undefined {
  const { dueDate } = facts;
  const weeks = book.figure(QUALIFIES, 'by-week').amount;
  const by = dueDate && addDays(sundayOnOrBefore(dueDate), -weeks * DAYS_A_WEEK);
  return servedBy(facts, book.figure(QUALIFIES, 'service').amount, book.on, by);
}

/** A week's pay of a monthly one: a year has twelve months and 52 weeks. */
const MONTHS_A_YEAR = 12;
const HALF = 0.5;

export const maternityPaySum: Sum = {
  name: 'maternity-pay',
  policy: 'maternity-leave-and-pay',
  reads: [PAY, LEAVE, QUALIFIES, NEW_IN_JOB, FULL_PAY],
  asksAlways: false,
  work(facts, book) {
    const { leaveStart, monthlyPay } = facts;
    const weeklyPay =
      facts.weeklyPay ??
      (monthlyPay === undefined
        ? undefined
        : (monthlyPay * MONTHS_A_YEAR) / book.figure(LEAVE, 'full-leave').amount);
    const has = hasServiceForPay(book, facts);
    if (has === false)
      return worked(
        line(words.tooNew(book.figure(QUALIFIES, 'service').amount), book.clause(QUALIFIES)),
        line(book.clause(NEW_IN_JOB).text, book.clause(NEW_IN_JOB)),
      );
    if (leaveStart === undefined && weeklyPay === undefined) {
      if (facts.serviceMonths === undefined) return asks('serviceMonths');
      return asks('leaveStart', ...stageLines(book, undefined, has));
    }
    const lines: Line[] = [];
    if (weeklyPay !== undefined) lines.push(...poundsLines(book, weeklyPay, facts));
    if (leaveStart !== undefined) lines.push(...stageLines(book, leaveStart, has));
    return worked(...lines);
  },
};

function stageLines(book: Book, leaveStart: Day | undefined, has: boolean | undefined): Line[] {
  const service = book.figure(QUALIFIES, 'service').amount;
  const back = book.figure(QUALIFIES, 'return').amount;
  return [
    line(words.stages(maternityStages(book, leaveStart)), book.clause(PAY)),
    line(words.condition(has, service, back), book.clause(QUALIFIES)),
  ];
}

function poundsLines(book: Book, weeklyPay: number, said: Facts): Line[] {
  const yearWeeks = book.figure(LEAVE, 'full-leave').amount;
  const month = said.weeklyPay === undefined ? said.monthlyPay : undefined;
  const [full, half] = maternityStages(book, undefined);
  const fullPay = (full?.weeks ?? 0) * weeklyPay;
  const halfPay = (half?.weeks ?? 0) * weeklyPay * HALF;
  return [
    line(words.pounds(fullPay, halfPay), book.clause(PAY)),
    line(
      words.poundsWorking(weeklyPay, month, yearWeeks, full?.weeks ?? 0, half?.weeks ?? 0),
      book.clause(PAY),
      book.clause(LEAVE),
    ),
    line(words.payroll, book.clause(FULL_PAY)),
  ];
}
