/** Paternity (maternity support) leave: its pay by service, and the days until which it can be taken. */
import type { Day } from '../policies/schema';
import { addDays, sundayOnOrBefore } from './days';
import type { Facts } from './facts';
import type { PaternityDates } from './results';
import { servedBy } from './service-by';
import { asks, line, worked, type Book, type Line, type Sum } from './sum';
import { paternityWords as words } from './wording';

const WINDOW = 3;
const PAY = 8;
const STATUTORY = 9;
const NOTICE = 13;
const DAYS_A_WEEK = 7;

function paternityDates(book: Book, baby: Day): PaternityDates {
  const window = book.figure(WINDOW, 'window').amount;
  const notice = book.figure(NOTICE, 'notice-week').amount;
  return {
    useBy: addDays(baby, window * DAYS_A_WEEK),
    tellBy: addDays(sundayOnOrBefore(baby), -notice * DAYS_A_WEEK),
  };
}

/** Whether there is enough NHS service by the week the baby is due; undefined where it cannot be told. */
export function hasServiceForPay(
  book: Book,
  facts: Facts,
  baby: Day | undefined,
): boolean | undefined {
  return servedBy(
    facts,
    book.figure(PAY, 'service').amount,
    book.on,
    sundayOnOrBefore(baby ?? book.on),
  );
}

export const paternitySum: Sum = {
  name: 'paternity',
  policy: 'paternity-and-maternity-support-leave',
  reads: [PAY, WINDOW, STATUTORY, NOTICE],
  asksAlways: false,
  work(facts, book) {
    const baby = facts.birthDate ?? facts.dueDate;
    const has = hasServiceForPay(book, facts, baby);
    const paid = book.figure(PAY, 'paid').amount;
    const service = book.figure(PAY, 'service').amount;
    const lines: Line[] = [];
    if (has !== undefined)
      lines.push(
        has
          ? line(words.fullPay(paid, service), book.clause(PAY))
          : line(words.tooNew(service), book.clause(PAY), book.clause(STATUTORY)),
      );
    if (baby !== undefined) {
      const { useBy, tellBy } = paternityDates(book, baby);
      const window = book.figure(WINDOW, 'window').amount;
      lines.push(
        line(words.useBy(useBy, window, facts.birthDate !== undefined), book.clause(WINDOW)),
        line(
          words.tellBy(tellBy, book.figure(NOTICE, 'notice-week').amount, book.on),
          book.clause(NOTICE),
        ),
      );
    }
    if (has === undefined) return asks('serviceMonths', ...lines);
    return baby === undefined ? asks('dueDate', ...lines) : worked(...lines);
  },
};
