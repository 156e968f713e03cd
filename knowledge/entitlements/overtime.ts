/** Overtime pay (handbook section 3): one rate, a higher one on public holidays, not for the top bands. */
import type { Facts } from './facts';
import { asks, line, worked, type Book, type Sum, type Worked } from './sum';
import { overtimeWords as words } from './duty-words';

const RATE = 14;
const TOP_BANDS = 22;
const PART_TIME = 16;

/** How many times the hourly pay an hour of overtime is worth. */
const overtimeRate = (book: Book, onPublicHoliday: boolean): number =>
  book.figure(RATE, onPublicHoliday ? 'public-holiday' : 'overtime').amount;

export const overtimeSum: Sum = {
  name: 'overtime',
  policy: 'unsocial-hours-overtime-and-on-call',
  reads: [RATE, TOP_BANDS, PART_TIME],
  asksAlways: false,
  work(facts, book) {
    const { band, dutyHours, hourlyPay, dutyTime, weeklyHours } = facts;
    const top = book.figure(RATE, 'top-band').amount;
    if (band !== undefined && band > top)
      return worked(line(book.clause(TOP_BANDS).text, book.clause(TOP_BANDS)));
    const extra = extraInWeek(facts, book);
    if (extra !== undefined) return beyondContract(extra, hourlyPay, book);
    // Nobody does a whole week of overtime: the hours are those of the contract.
    // Part-time staff get it above full time only, and how far that is was not said.
    if (
      dutyHours === undefined ||
      dutyHours >= book.fullTimeWeek ||
      (weeklyHours ?? book.fullTimeWeek) < book.fullTimeWeek
    )
      return undefined;
    const rate = overtimeRate(book, dutyTime === 'public-holiday');
    const rule = book.clause(RATE);
    if (hourlyPay === undefined)
      return asks(
        'hourlyPay',
        line(words.inHours(dutyHours, rate), rule),
        line(words.who(top), rule),
      );
    return worked(
      line(words.total(dutyHours * rate * hourlyPay), rule),
      line(words.working(dutyHours, rate, hourlyPay), rule),
      line(words.who(top), rule),
    );
  },
};

/** Hours beyond the contract in a week, cut where the overtime rate begins. */
interface Extra {
  readonly plain: number;
  readonly overtime: number;
}

function extraInWeek({ weeklyHours, weekWorked }: Facts, book: Book): Extra | undefined {
  if (weeklyHours === undefined || weekWorked === undefined) return undefined;
  if (weekWorked <= weeklyHours) return undefined;
  const over = Math.max(0, weekWorked - Math.max(book.fullTimeWeek, weeklyHours));
  return { plain: weekWorked - weeklyHours - over, overtime: over };
}

function beyondContract(
  { plain, overtime }: Extra,
  hourlyPay: number | undefined,
  book: Book,
): Worked {
  const rate = overtimeRate(book, false);
  const worth = plain + overtime * rate;
  const why = line(
    words.partTime(plain, overtime, rate, book.fullTimeWeek),
    book.clause(PART_TIME),
    book.clause(RATE),
  );
  if (hourlyPay === undefined)
    return asks('hourlyPay', line(words.worth(worth), book.clause(PART_TIME)), why);
  return worked(line(words.total(worth * hourlyPay), book.clause(PART_TIME)), why);
}
