/**
 * Annual leave by the Agenda for Change rules (handbook section 13): days by service, hours in
 * proportion to contracted hours, and to the part of the leave year that is worked.
 */
import { addDays, daysBetween } from './days';
import type { Facts } from './facts';
import type { AnnualLeave } from './results';
import { asks, line, worked, type Book, type Line, type Sum } from './sum';
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
  return {
    days: figure(DAYS, `days-${step}`),
    bankHolidayDays: figure(DAYS, 'bank-holidays'),
    hours: roundHours(figure(HOURS, `hours-${step}`) * share),
    bankHolidayHours: roundHours(figure(HOURS, 'bank-holiday-hours') * share),
    fullTimeWeek,
    fullTimeDay: figure(HOURS, 'full-time-day'),
    step: ranges[step],
  };
}

/** To at most two decimals; up, so that a sum is never short. */
export function roundHours(hours: number): number {
  return Math.ceil(hours * 100 - 1e-6) / 100;
}

/** Most NHS employers begin here (clause 18 says that each one decides). */
const LEAVE_YEAR_BEGINS = '-04-01';

/** The part of the leave year that is worked, where it is counted in days. */
export function partOfYear(
  facts: Facts,
  on: string,
): { share: number; first: string; last: string } | undefined {
  const joined = facts.serviceStart;
  const left = facts.lastDay;
  const day = left ?? (joined !== undefined && joined > on ? joined : on);
  const year = Number(day.slice(0, 4)) - (day.slice(4) < LEAVE_YEAR_BEGINS ? 1 : 0);
  const begins = `${year}${LEAVE_YEAR_BEGINS}`;
  const ends = addDays(`${year + 1}${LEAVE_YEAR_BEGINS}`, -1);
  const first = joined !== undefined && joined > begins ? joined : begins;
  const last = left !== undefined && left < ends ? left : ends;
  if (last < first || (first === begins && last === ends)) return undefined;
  return { share: (daysBetween(first, last) + 1) / (daysBetween(begins, ends) + 1), first, last };
}

export const annualLeaveSum: Sum = {
  name: 'annual-leave',
  policy: 'annual-leave-and-bank-holidays',
  reads: [DAYS, HOURS, SHARE, PART_YEAR, LEAVE_YEAR],
  asksAlways: true,
  work(facts, book) {
    const { weeklyHours, serviceMonths } = facts;
    if (weeklyHours === undefined) return asks('weeklyHours');
    const [days, hours] = [book.clause(DAYS), book.clause(HOURS)];
    const noDay =
      facts.partYear === true && facts.serviceStart === undefined && facts.lastDay === undefined;
    const partOf = line(book.clause(PART_YEAR).text, book.clause(PART_YEAR));
    if (serviceMonths === undefined) {
      const isShare = weeklyHours < book.figure(HOURS, 'full-time-week').amount;
      if (!isShare) return asks('serviceMonths');
      const bankHolidays = bankHolidaysOnly(book, weeklyHours);
      return noDay
        ? asks('serviceStart', bankHolidays, partOf)
        : asks('serviceMonths', bankHolidays);
    }
    const sum = annualLeave(book, serviceMonths, weeklyHours);
    const fullTime = weeklyHours >= sum.fullTimeWeek;
    const part = partOfYear(facts, book.on);
    const lines: Line[] = [
      line(fullTime ? words.fullTime(sum) : words.partTime(sum), days, hours),
      line(
        fullTime ? words.why(sum) : words.share(sum, weeklyHours),
        ...(fullTime ? [] : [book.clause(SHARE)]),
      ),
    ];
    if (noDay) return asks('serviceStart', ...lines, partOf);
    if (part !== undefined)
      lines.push(
        line(
          words.partYear(
            part.first,
            part.last,
            roundHours(sum.hours * part.share),
            roundHours(sum.bankHolidayHours * part.share),
          ),
          book.clause(PART_YEAR),
          book.clause(LEAVE_YEAR),
        ),
      );
    if (![DAYS, HOURS, SHARE, PART_YEAR].includes(book.asked.number))
      lines.push(line(book.asked.text, book.asked));
    return worked(...lines);
  },
};

/** The share of bank holidays needs no service. */
function bankHolidaysOnly(book: Book, weeklyHours: number): Line {
  const { bankHolidayHours, fullTimeWeek } = annualLeave(book, 0, weeklyHours);
  const whole = book.figure(HOURS, 'bank-holiday-hours').amount;
  return line(
    words.bankHolidays(bankHolidayHours, whole, weeklyHours, fullTimeWeek),
    book.clause(HOURS),
    book.clause(SHARE),
  );
}
