/** What must hold of every sum, whatever the figures. */
import * as fc from 'fast-check';
import { createKnowledge } from '../../knowledge';
import { annualLeave } from '../../knowledge/entitlements/annual-leave';
import { addDays, daysBetween } from '../../knowledge/entitlements/days';
import { maternityDates } from '../../knowledge/entitlements/maternity-dates';
import { maternityStages } from '../../knowledge/entitlements/maternity-pay';
import { partOfYear } from '../../knowledge/entitlements/part-year';
import { redundancyPay } from '../../knowledge/entitlements/redundancy';
import { sickPay, sickPayLeft } from '../../knowledge/entitlements/sick-pay';
import { giveBy, lastDayAfter } from '../../knowledge/entitlements/last-day';
import { statutoryNotice } from '../../knowledge/entitlements/statutory-notice';
import { statutoryRedundancy } from '../../knowledge/entitlements/statutory-redundancy';
import type { Book } from '../../knowledge/entitlements/sum';
import { sums } from '../../knowledge/entitlements/sums';
import { enhancement } from '../../knowledge/entitlements/unsocial-hours';
import { bookFor } from '../../knowledge/entitlements/work-out';
import { SUM_NAMES, type SumName } from '../../knowledge/policies/schema';
import { built } from '../support/built';

const knowledge = createKnowledge(built);
const { set } = knowledge;
const signal = new AbortController().signal;
const QUESTION = {
  text: '',
  before: null,
  organisation: undefined,
  staffGroup: 'agenda-for-change',
  pointOfView: 'staff',
  on: '2026-11-23',
  particulars: {},
} as const;

function bookOf(name: SumName): Book {
  const { policy, reads } = sums[name];
  const clause = set.clause(`${policy}.${reads[0]}`);
  const book = clause === undefined ? undefined : bookFor(sums[name], clause, QUESTION, set);
  if (book === undefined) throw new Error(`The policies have no book for "${name}".`);
  return book;
}

const months = fc.integer({ min: 0, max: 50 * 12 });
const weeklyHours = fc.integer({ min: 1, max: 375 }).map((tenths) => tenths / 10);
const day = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2000-01-01', n));

describe('annual leave', () => {
  const book = bookOf('annual-leave');

  it('is never more for part time than for full time, and never less for longer service', () => {
    fc.assert(
      fc.property(months, months, weeklyHours, (a, b, hours) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        const part = annualLeave(book, less, hours);
        const full = annualLeave(book, less, 37.5);
        expect(part.hours).toBeLessThanOrEqual(full.hours);
        expect(part.bankHolidayHours).toBeLessThanOrEqual(full.bankHolidayHours);
        expect(annualLeave(book, more, hours).hours).toBeGreaterThanOrEqual(part.hours);
      }),
    );
  });

  it('is the days of the policy, at the hours of a full-time day', () => {
    for (const years of [0, 4, 5, 9, 10, 40]) {
      const { days, hours, fullTimeDay, bankHolidayDays, bankHolidayHours } = annualLeave(
        book,
        years * 12,
        37.5,
      );
      expect(hours).toBe(days * fullTimeDay);
      expect(bankHolidayHours).toBe(bankHolidayDays * fullTimeDay);
    }
  });

  it('is never more for part of a year than for all of it', () => {
    fc.assert(
      fc.property(day, day, (serviceStart, on) => {
        const part = partOfYear({ serviceStart }, on);
        if (part === undefined) return;
        expect(part.share).toBeGreaterThan(0);
        expect(part.share).toBeLessThan(1);
        expect(part.first <= part.last).toBe(true);
      }),
    );
  });
});

describe('sick pay', () => {
  const book = bookOf('sick-pay');

  it('is never less for longer service, and what was used is never given twice', () => {
    fc.assert(
      fc.property(months, months, fc.integer({ min: 0, max: 400 }), (a, b, days) => {
        const less = sickPay(book, Math.min(a, b));
        const more = sickPay(book, Math.max(a, b));
        expect(more.full).toBeGreaterThanOrEqual(less.full);
        expect(more.half).toBeGreaterThanOrEqual(less.half);
        const left = sickPayLeft(less, { amount: days, unit: 'days' });
        const used = days / (365 / 12);
        expect(left.full).toBeGreaterThanOrEqual(0);
        expect(left.half).toBeGreaterThanOrEqual(0);
        expect(left.full + left.half).toBeCloseTo(Math.max(0, less.full + less.half - used), 6);
      }),
    );
  });
});

describe('maternity', () => {
  it('has its dates on the right weekdays, in order, within a week of the rule', () => {
    const book = bookOf('maternity-dates');
    fc.assert(
      fc.property(day, (dueDate) => {
        const { weekOfBirth, earliestStart, tellBy } = maternityDates(book, dueDate);
        const weekday = (one: string): number => new Date(`${one}T00:00:00Z`).getUTCDay();
        expect([weekday(weekOfBirth), weekday(earliestStart), weekday(tellBy)]).toEqual([0, 0, 6]);
        expect(daysBetween(weekOfBirth, dueDate)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(weekOfBirth, dueDate)).toBeLessThan(7);
        expect(daysBetween(earliestStart, weekOfBirth)).toBe(77);
        expect(daysBetween(tellBy, weekOfBirth)).toBe(99);
      }),
    );
  });

  it('has four stages that follow each other without a gap and fill the whole leave', () => {
    const book = bookOf('maternity-pay');
    fc.assert(
      fc.property(day, (start) => {
        const stages = maternityStages(book, start);
        const weeks = stages.reduce((sum, stage) => sum + stage.weeks, 0);
        expect(weeks).toBe(book.figure(1, 'full-leave').amount);
        stages.slice(1).forEach((stage, index) => {
          expect(stage.first).toBe(addDays(stages[index]?.last ?? '', 1));
        });
        expect(daysBetween(start, stages.at(-1)?.last ?? '')).toBe(weeks * 7 - 1);
      }),
    );
  });
});

describe('redundancy and notice', () => {
  const pay = fc.integer({ min: 1, max: 20_000 });

  it('never pay more than the highest sum, nor less for longer service or higher pay', () => {
    const book = bookOf('redundancy');
    fc.assert(
      fc.property(months, months, pay, pay, (a, b, c, d) => {
        const total = (m: number, monthlyPay: number): number =>
          redundancyPay(book, m / 12, { monthlyPay }, 1)?.total ?? 0;
        const [low, high] = [Math.min(c, d), Math.max(c, d)];
        expect(total(Math.max(a, b), low)).toBeGreaterThanOrEqual(total(Math.min(a, b), low));
        expect(total(a, high)).toBeGreaterThanOrEqual(total(a, low));
        expect(total(a, high)).toBeLessThanOrEqual(book.figure(3, 'highest').amount + 0.01);
      }),
    );
  });

  it('keep the law’s highest sum, and give more for each further year', () => {
    const book = bookOf('statutory-redundancy');
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 19 }),
        fc.integer({ min: 18, max: 75 }),
        pay,
        (years, age, week) => {
          const sum = statutoryRedundancy(book, years, age, week)?.total ?? 0;
          expect(sum).toBeLessThanOrEqual(book.figure(29, 'highest').amount);
          expect(statutoryRedundancy(book, years + 1, age, week)?.total).toBeGreaterThan(sum);
        },
      ),
    );
  });

  it('never give less notice for longer service, nor more than the most', () => {
    const book = bookOf('statutory-notice');
    fc.assert(
      fc.property(months, months, (a, b) => {
        const [less, more] = [
          statutoryNotice(book, Math.min(a, b)),
          statutoryNotice(book, Math.max(a, b)),
        ];
        expect(more).toBeGreaterThanOrEqual(less);
        expect(more).toBeLessThanOrEqual(book.figure(7, 'most').amount);
      }),
    );
  });
});

describe('unsocial hours pay', () => {
  it('is never less on a Sunday than on a Saturday, nor more for a higher band', () => {
    const book = bookOf('unsocial-hours');
    for (let band = 1; band <= 9; band += 1) {
      expect(enhancement(book, band, 'sunday')).toBeGreaterThan(
        enhancement(book, band, 'saturday'),
      );
      expect(enhancement(book, band, 'public-holiday')).toBe(enhancement(book, band, 'sunday'));
      if (band < 9)
        expect(enhancement(book, band + 1, 'night')).toBeLessThanOrEqual(
          enhancement(book, band, 'night'),
        );
    }
  });
});

describe('every sum', () => {
  it.each(SUM_NAMES)('%s stands on a clause of its own policy and finds its figures', (name) => {
    expect(set.clause(`${sums[name].policy}.${sums[name].reads[0]}`)?.sum).toBe(name);
    expect(bookOf(name).asked.policy).toBe(sums[name].policy);
  });

  it('never fails, whatever is written', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...[
          'how much',
          'annual leave',
          'sick pay',
          'redundancy',
          'due',
          'mat leave',
          'paid',
          'overtime',
          'notice',
        ],
        ...[
          'statutory',
          'saturday',
          'sunday',
          'band',
          'years',
          'hours a week',
          '£',
          'a month',
          'months service',
          '31 february',
          '29/2/27',
        ],
      ),
      fc.integer({ min: -5, max: 99_999 }).map(String),
      fc.string({ maxLength: 6 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 14 }), async (pieces) => {
        const outcome = await knowledge.answer({ ...QUESTION, text: pieces.join(' ') }, signal);
        if ('text' in outcome) expect(outcome.text).not.toMatch(/NaN|undefined|Infinity|Invalid/);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the last day of a notice', () => {
  const units = fc.constantFrom('days', 'weeks', 'months');
  const amounts = fc.integer({ min: 1, max: 26 });

  it('never comes sooner with longer notice, and what is given in time is enough', () => {
    fc.assert(
      fc.property(day, units, amounts, amounts, (given, unit, a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        const last = (from: string, amount: number): string =>
          lastDayAfter(from, { amount, unit } as const);
        expect(last(given, more) >= last(given, less)).toBe(true);
        expect(last(giveBy(given, { amount: a, unit } as const), a) <= given).toBe(true);
      }),
    );
  });
});
