/**
 * Annual leave by the Agenda for Change rules (handbook section 13): days by service, hours in
 * proportion to contracted hours, and to the part of the leave year that is worked.
 */
import type { Facts } from './facts';
import { partOfYear } from './part-year';
import type { AnnualLeave, ShareOfYear } from './results';
import { asks, line, worked, type Book, type Line, type Sum, type Worked } from './sum';
import { annualLeaveWords as words } from './wording';

const DAYS = 1;
const HOURS = 2;
const SHARE = 3;
const PART_YEAR = 28;
const LEAVE_YEAR = 18;

const MONTHS_A_YEAR = 12;

/** @param serviceMonths months of NHS service */
export function annualLeave(book: Book, serviceMonths: number, weeklyHours: number): AnnualLeave {
  const figure = (number: number, name: string): number => book.figure(number, name).amount;
  const first = figure(DAYS, 'first-step');
  const second = figure(DAYS, 'second-step');
  const years = serviceMonths / MONTHS_A_YEAR;
  const step = years >= second ? 'after-10-years' : years >= first ? 'after-5-years' : 'at-start';
  const ranges = {
    'at-start': { from: 0, to: first },
    'after-5-years': { from: first, to: second },
    'after-10-years': { from: second, to: undefined },
  };
  const fullTimeWeek = figure(HOURS, 'full-time-week');
  const share = Math.min(weeklyHours / fullTimeWeek, 1);
  const fullTimeHours = figure(HOURS, `hours-${step}`);
  return {
    days: figure(DAYS, `days-${step}`),
    bankHolidayDays: figure(DAYS, 'bank-holidays'),
    fullTimeHours,
    hours: roundHours(fullTimeHours * share),
    bankHolidayHours: roundHours(figure(HOURS, 'bank-holiday-hours') * share),
    fullTimeWeek,
    fullTimeDay: figure(HOURS, 'full-time-day'),
    step: ranges[step],
  };
}

/** To at most two decimals; up, so that a sum is never short. */
function roundHours(hours: number): number {
  return Math.ceil(hours * 100 - 1e-6) / 100;
}

export const annualLeaveSum: Sum = {
  name: 'annual-leave',
  policy: 'annual-leave-and-bank-holidays',
  reads: [DAYS, HOURS, SHARE, PART_YEAR, LEAVE_YEAR],
  asksAlways: true,
  work: (facts, book) =>
    facts.bankHolidaysOnly === true ? bankHolidays(facts, book) : leave(facts, book),
};

function leave(facts: Facts, book: Book): Worked {
  const { weeklyHours, serviceMonths } = facts;
  if (weeklyHours === undefined) return asks('weeklyHours');
  if (serviceMonths === undefined) {
    const fullTime = weeklyHours >= book.figure(HOURS, 'full-time-week').amount;
    if (fullTime) return asks('serviceMonths');
    return asks('serviceMonths', bankHolidaysOf(book, weeklyHours));
  }
  const sum = annualLeave(book, serviceMonths, weeklyHours);
  const lines = wholeYear(sum, weeklyHours, book);
  if (lacksItsDay(facts)) return asks('serviceStart', ...lines, partYearRule(book));
  const part = shareOf(facts, book, sum.hours, sum.bankHolidayHours);
  const own = [DAYS, HOURS, SHARE, PART_YEAR].includes(book.asked.number)
    ? []
    : [line(book.asked.text, book.asked)];
  return worked(...partLines(part, book), ...lines, ...own);
}

function wholeYear(sum: AnnualLeave, weeklyHours: number, book: Book): Line[] {
  const fullTime = weeklyHours >= sum.fullTimeWeek;
  return [
    line(
      fullTime ? words.fullTime(sum) : words.partTime(sum),
      book.clause(DAYS),
      book.clause(HOURS),
    ),
    fullTime
      ? line(words.why(sum))
      : line(words.share(sum, weeklyHours, roundHours), book.clause(SHARE)),
  ];
}

/** The share of bank holidays needs no service. */
function bankHolidays(facts: Facts, book: Book): Worked {
  const { weeklyHours } = facts;
  if (weeklyHours === undefined) return asks('weeklyHours');
  const whole = bankHolidaysOf(book, weeklyHours);
  if (lacksItsDay(facts)) return asks('serviceStart', whole, partYearRule(book));
  const { bankHolidayHours } = annualLeave(book, 0, weeklyHours);
  const part = shareOf(facts, book, undefined, bankHolidayHours);
  return worked(...partLines(part, book), whole);
}

function bankHolidaysOf(book: Book, weeklyHours: number): Line {
  const { bankHolidayHours, bankHolidayDays, fullTimeWeek } = annualLeave(book, 0, weeklyHours);
  if (weeklyHours >= fullTimeWeek)
    return line(
      words.allBankHolidays(bankHolidayDays, bankHolidayHours),
      book.clause(DAYS),
      book.clause(HOURS),
    );
  const whole = book.figure(HOURS, 'bank-holiday-hours').amount;
  return line(
    words.bankHolidays(bankHolidayHours, whole, weeklyHours, fullTimeWeek),
    book.clause(HOURS),
    book.clause(SHARE),
  );
}

/** Somebody joins or leaves within the year, and did not say when. */
const lacksItsDay = ({ partYear, serviceStart, lastDay, monthsOfYear }: Facts): boolean =>
  partYear === true &&
  serviceStart === undefined &&
  lastDay === undefined &&
  monthsOfYear === undefined;

const partYearRule = (book: Book): Line =>
  line(book.clause(PART_YEAR).text, book.clause(PART_YEAR));

/** Counted in months where the part begins and ends with one, and in days; undefined for a whole year. */
function shareOf(
  facts: Facts,
  book: Book,
  hours: number | undefined,
  bankHolidayHours: number,
): ShareOfYear | undefined {
  const counted = (share: number): { hours: number | undefined; bankHolidayHours: number } => ({
    hours: hours === undefined ? undefined : roundHours(hours * share),
    bankHolidayHours: roundHours(bankHolidayHours * share),
  });
  const part = partOfYear(facts, book.on);
  const months = facts.monthsOfYear ?? part?.months;
  const inMonths =
    months === undefined ? undefined : { months, ...counted(Math.min(1, months / MONTHS_A_YEAR)) };
  if (facts.monthsOfYear === undefined && part !== undefined)
    return { first: part.first, last: part.last, inMonths, inDays: counted(part.share) };
  return inMonths && { inMonths };
}

const partLines = (part: ShareOfYear | undefined, book: Book): Line[] =>
  part === undefined
    ? []
    : [line(words.partYear(part), book.clause(PART_YEAR), book.clause(LEAVE_YEAR))];
