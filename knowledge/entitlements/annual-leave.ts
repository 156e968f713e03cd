/**
 * Annual leave by the Agenda for Change rules (handbook section 13): days by service, hours in
 * proportion to contracted hours. The figures are read from the clauses, which are cited.
 */
import type { Particulars } from '../outcome';
import type { Clause } from '../policies/schema';
import { figureOf } from './figure';

export interface AnnualLeave {
  /** Whole years of NHS service that were counted on. */
  readonly serviceYears: number;
  readonly weeklyHours: number;
  /** Days a year for a full-timer with this service. */
  readonly days: number;
  readonly bankHolidayDays: number;
  /** Hours a year at these weekly hours. */
  readonly hours: number;
  readonly bankHolidayHours: number;
  /** Hours in a full-time week, and in one of its days. */
  readonly fullTimeWeek: number;
  readonly fullTimeDay: number;
  /** `from` years counts; `to` is where the next step begins, undefined at the top. */
  readonly step: { readonly from: number; readonly to: number | undefined };
  /** The clauses whose figures were used, the days first. */
  readonly clauses: readonly [Clause, ...Clause[]];
}

const DAYS_A_WEEK = 5;

/**
 * @param clauses those of the annual leave policy
 * @returns undefined where the service or the hours are not known
 * @throws Error where the policy lacks a figure
 */
export function annualLeave(
  clauses: readonly Clause[],
  { serviceYears, weeklyHours }: Particulars,
): AnnualLeave | undefined {
  if (serviceYears === undefined || weeklyHours === undefined) return undefined;
  const figure = (name: string): number => figureOf(clauses, name).amount;
  const first = figure('first-step');
  const second = figure('second-step');
  const step =
    serviceYears >= second
      ? 'after-10-years'
      : serviceYears >= first
        ? 'after-5-years'
        : 'at-start';
  const days = figureOf(clauses, `days-${step}`);
  const hours = figureOf(clauses, `hours-${step}`);
  const fullTimeWeek = figure('full-time-week');
  const share = Math.min(weeklyHours / fullTimeWeek, 1);
  const ranges = {
    'at-start': { from: 0, to: first },
    'after-5-years': { from: first, to: second },
    'after-10-years': { from: second, to: undefined },
  };
  return {
    serviceYears,
    weeklyHours,
    days: days.amount,
    bankHolidayDays: figure('bank-holidays'),
    hours: roundHours(hours.amount * share),
    bankHolidayHours: roundHours(figure('bank-holiday-hours') * share),
    fullTimeWeek,
    fullTimeDay: fullTimeWeek / DAYS_A_WEEK,
    step: ranges[step],
    clauses: days.clause.id === hours.clause.id ? [days.clause] : [days.clause, hours.clause],
  };
}

/** To the minute, shown as at most two decimals; up, so that a sum is never short. */
function roundHours(hours: number): number {
  return Math.ceil(hours * 100 - 1e-6) / 100;
}
