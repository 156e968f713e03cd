/** Unsocial hours pay by band and day (handbook section 2, England). */
import type { DutyTime, Facts } from './facts';
import { asks, line, worked, type Book, type Line, type Sum } from './sum';
import { unsocialHoursWords as words } from './wording';

const TIMES = 2;
const BAND_1 = 6;
const BAND_2 = 3;
const BAND_3 = 4;
const BANDS_4_TO_9 = 5;
const PART_OF_A_SHIFT = 7;
const PUBLIC_HOLIDAY = 9;

/** The clause that has the rates of a band. */
const clauseOf = (band: number): number =>
  band === 1 ? BAND_1 : band === 2 ? BAND_2 : band === 3 ? BAND_3 : BANDS_4_TO_9;

/** What is paid on top of basic pay, in hundredths of it. */
export function enhancement(book: Book, band: number, time: DutyTime): number {
  return book.figure(clauseOf(band), rateOf(time)).amount;
}

const rateOf = (time: DutyTime): 'lower' | 'higher' =>
  time === 'sunday' || time === 'public-holiday' ? 'higher' : 'lower';

/** @returns basic pay and the extra for these hours, in the unit of the hourly pay */
export function unsocialPay(
  hours: number,
  hourlyPay: number,
  percent: number,
): { basic: number; extra: number } {
  const basic = hours * hourlyPay;
  return { basic, extra: (basic * percent) / 100 };
}

export const unsocialHoursSum: Sum = {
  name: 'unsocial-hours',
  policy: 'unsocial-hours-overtime-and-on-call',
  reads: [BANDS_4_TO_9, BAND_3, BAND_2, TIMES, BAND_1, PART_OF_A_SHIFT, PUBLIC_HOLIDAY],
  asksAlways: false,
  work({ band, dutyHours, hourlyPay, dutyTime }, book) {
    if (dutyTime === undefined) return undefined;
    if (dutyHours === undefined) {
      if (band === undefined) return undefined;
      const rate = line(
        words.rate(enhancement(book, band, dutyTime), dutyTime),
        book.clause(clauseOf(band)),
        book.clause(TIMES),
      );
      return worked(rate, ...notes(book, dutyTime));
    }
    if (band === undefined)
      return hourlyPay === undefined
        ? asks('band')
        : asks('band', ...eachBand(book, dutyHours, hourlyPay, dutyTime));
    const rates = book.clause(clauseOf(band));
    const percent = enhancement(book, band, dutyTime);
    if (hourlyPay === undefined) {
      const { extra } = unsocialPay(dutyHours, 1, percent);
      return asks(
        'hourlyPay',
        line(words.inHours(percent, dutyHours, extra), rates),
        ...notes(book, dutyTime),
      );
    }
    const { basic, extra } = unsocialPay(dutyHours, hourlyPay, percent);
    return worked(
      line(words.total(basic + extra, extra), rates),
      line(words.working(dutyHours, hourlyPay, percent, dutyTime), rates, book.clause(TIMES)),
      ...notes(book, dutyTime),
    );
  },
};

/** The three rates that most people are on; band 1 is closed. */
function eachBand(book: Book, hours: number, hourlyPay: number, time: DutyTime): Line[] {
  const totals = [BANDS_4_TO_9, BAND_3, BAND_2].map((number) => {
    const percent = book.figure(number, rateOf(time)).amount;
    const { basic, extra } = unsocialPay(hours, hourlyPay, percent);
    return { clause: book.clause(number), percent, total: basic + extra };
  });
  return [
    line(words.eachBand(totals), ...totals.map(({ clause }) => clause)),
    ...notes(book, time),
  ];
}

function notes(book: Book, time: Facts['dutyTime']): Line[] {
  if (time === 'public-holiday') return [line(words.timeBack, book.clause(PUBLIC_HOLIDAY))];
  return time === 'night' ? [line(words.mostly, book.clause(PART_OF_A_SHIFT))] : [];
}
