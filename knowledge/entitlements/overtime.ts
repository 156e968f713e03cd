/** Overtime pay (handbook section 3): one rate, a higher one on public holidays, not for the top bands. */
import { asks, line, worked, type Book, type Sum } from './sum';
import { overtimeWords as words } from './wording';

const RATE = 14;
const TOP_BANDS = 22;
const PART_TIME = 16;

/** How many times the hourly pay an hour of overtime is worth. */
export const overtimeRate = (book: Book, onPublicHoliday: boolean): number =>
  book.figure(RATE, onPublicHoliday ? 'public-holiday' : 'overtime').amount;

export const overtimeSum: Sum = {
  name: 'overtime',
  policy: 'unsocial-hours-overtime-and-on-call',
  reads: [RATE, TOP_BANDS, PART_TIME],
  asksAlways: false,
  work({ band, dutyHours, hourlyPay, dutyTime, weeklyHours }, book) {
    const top = book.figure(RATE, 'top-band').amount;
    if (band !== undefined && band > top)
      return worked(line(book.clause(TOP_BANDS).text, book.clause(TOP_BANDS)));
    // Part-time staff get it above full time only, and how far that is was not said.
    if (dutyHours === undefined || (weeklyHours ?? book.fullTimeWeek) < book.fullTimeWeek)
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
