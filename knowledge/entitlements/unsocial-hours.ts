/** Unsocial hours pay by band and day (handbook section 2, England). */
import type { DutyTime, Facts } from './facts';
import { shiftParts, type Night, type ShiftPart } from './shift-parts';
import { asks, line, worked, type Book, type Line, type Sum, type Worked } from './sum';
import type { Clause } from '../policies/schema';
import { unsocialHoursWords as words } from './duty-words';

const TIMES = 2;
const BAND_1 = 6;
const BAND_2 = 3;
const BAND_3 = 4;
const BANDS_4_TO_9 = 5;
const PART_OF_A_SHIFT = 7;
const ACROSS_MIDNIGHT = 8;
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

/** @returns hours of basic pay that the extra for these parts of a shift is worth */
function extraHours(book: Book, clause: number, parts: readonly ShiftPart[]): number {
  return parts.reduce(
    (sum, { hours, time }) =>
      time === undefined ? sum : sum + (hours * book.figure(clause, rateOf(time)).amount) / 100,
    0,
  );
}

export const unsocialHoursSum: Sum = {
  name: 'unsocial-hours',
  policy: 'unsocial-hours-overtime-and-on-call',
  reads: [
    ...([BANDS_4_TO_9, BAND_3, BAND_2, TIMES, BAND_1] as const),
    ...[PART_OF_A_SHIFT, ACROSS_MIDNIGHT, PUBLIC_HOLIDAY],
  ],
  asksAlways: false,
  work(facts, book) {
    const { band, dutyTime } = facts;
    const parts = partsOf(facts, book);
    if (parts !== undefined) return duty(facts, parts, book);
    if (dutyTime === undefined) return undefined;
    if (band !== undefined) {
      const rate = enhancement(book, band, dutyTime);
      return worked(
        line(words.rate(rate, dutyTime), book.clause(clauseOf(band)), book.clause(TIMES)),
        ...notes(book, [{ hours: 0, time: dutyTime }]),
      );
    }
    const most = enhancement(book, TOP_RATE_BAND, dutyTime);
    return asks(
      'band',
      line(words.mostBands(most, dutyTime), book.clause(BANDS_4_TO_9), book.clause(TIMES)),
    );
  },
};

/** All bands from 4 up have the rates of this one. */
const TOP_RATE_BAND = 9;

/** A shift by its times, or so many hours of one sort; undefined where neither was said. */
function partsOf(
  { shift, dutyHours, dutyTime }: Facts,
  book: Book,
): readonly ShiftPart[] | undefined {
  if (shift !== undefined) {
    const parts = shiftParts(shift, nightOf(book));
    return parts.some(({ time }) => time !== undefined) ? parts : undefined;
  }
  return dutyHours === undefined || dutyTime === undefined
    ? undefined
    : [{ hours: dutyHours, time: dutyTime }];
}

const NOON = 12;

/** The weekday hours of the lower rate, as the clause has them on the clock. */
const nightOf = (book: Book): Night => ({
  from: book.figure(TIMES, 'evening').amount + NOON,
  to: book.figure(TIMES, 'morning').amount,
});

function duty({ band, hourlyPay }: Facts, parts: readonly ShiftPart[], book: Book): Worked {
  const beside = notes(book, parts);
  if (band === undefined)
    return hourlyPay === undefined
      ? asks('band', line(words.cut(parts), ...sources(book, parts)), ...beside)
      : asks('band', ...eachBand(book, parts, hourlyPay), ...beside);
  const rates = book.clause(clauseOf(band));
  const extra = extraHours(book, clauseOf(band), parts);
  const percentOf = (time: DutyTime): number => enhancement(book, band, time);
  if (hourlyPay === undefined)
    return asks('hourlyPay', line(words.inHours(parts, percentOf, extra), rates), ...beside);
  const hours = parts.reduce((sum, part) => sum + part.hours, 0);
  return worked(
    line(words.total((hours + extra) * hourlyPay, extra * hourlyPay), rates),
    line(words.working(parts, percentOf, hourlyPay), rates, ...sources(book, parts)),
    ...beside,
  );
}

/** What says which hours have which rate. */
function sources(book: Book, parts: readonly ShiftPart[]): Clause[] {
  return [book.clause(TIMES), ...(parts.length > 1 ? [book.clause(ACROSS_MIDNIGHT)] : [])];
}

/** The three rates that most people are on; band 1 is closed. */
function eachBand(book: Book, parts: readonly ShiftPart[], hourlyPay: number): Line[] {
  const hours = parts.reduce((sum, part) => sum + part.hours, 0);
  const totals = [BANDS_4_TO_9, BAND_3, BAND_2].map((number) => {
    const extra = extraHours(book, number, parts);
    const percent = Math.round((extra / hours) * 1000) / 10;
    return { clause: book.clause(number), percent, total: (hours + extra) * hourlyPay };
  });
  return [line(words.eachBand(totals), ...totals.map(({ clause }) => clause))];
}

function notes(book: Book, parts: readonly ShiftPart[]): Line[] {
  const times = parts.map(({ time }) => time);
  const toldWhole = parts.length > 1 || parts[0]?.hours === 0;
  return [
    ...(times.includes('public-holiday')
      ? [line(words.timeBack, book.clause(PUBLIC_HOLIDAY))]
      : []),
    ...(times.includes('night') ? [line(words.mostly, book.clause(PART_OF_A_SHIFT))] : []),
    ...(toldWhole && parts[0]?.hours !== 0 ? [line(words.breaks, book.clause(TIMES))] : []),
  ];
}
