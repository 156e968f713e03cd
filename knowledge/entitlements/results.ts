/** What the sums come to, in figures. */
import type { Day } from '../policies/schema';

export interface AnnualLeave {
  /** Days a year for a full-timer with this service. */
  readonly days: number;
  readonly bankHolidayDays: number;
  /** Hours a year for a full-timer with this service. */
  readonly fullTimeHours: number;
  /** Hours a year at these weekly hours. */
  readonly hours: number;
  readonly bankHolidayHours: number;
  /** Hours in a full-time week, and in one of its days. */
  readonly fullTimeWeek: number;
  readonly fullTimeDay: number;
  /** `from` years counts; `to` is where the next step begins, undefined at the top. */
  readonly step: { readonly from: number; readonly to: number | undefined };
}

interface HoursOfLeave {
  /** Undefined where only bank holidays were asked about. */
  readonly hours: number | undefined;
  readonly bankHolidayHours: number;
}

/** What a part of the leave year gives; each employer counts it in months or in days. */
export interface ShareOfYear {
  readonly first?: Day;
  readonly last?: Day;
  readonly inMonths?: (HoursOfLeave & { readonly months: number }) | undefined;
  readonly inDays?: HoursOfLeave;
}

export interface SickPay {
  /** Months at full pay and then at half pay, before anything is taken off. */
  readonly full: number;
  readonly half: number;
}

export interface MaternityDates {
  /** The Sunday that begins the week in which the baby is due. */
  readonly weekOfBirth: Day;
  readonly earliestStart: Day;
  /** The Saturday by whose end work must be told. */
  readonly tellBy: Day;
  readonly earliestWeeks: number;
  readonly noticeWeeks: number;
}

export interface Stage {
  readonly name: 'full' | 'half' | 'statutory' | 'unpaid';
  readonly weeks: number;
  /** Undefined where the start of the leave is not known. */
  readonly first: Day | undefined;
  readonly last: Day | undefined;
}

export interface Redundancy {
  /** Complete years that count, at most as many as are paid. */
  readonly months: number;
  /** A month's pay within its limits. */
  readonly month: number;
  readonly total: number;
  /** Which limit a month's pay was moved to. */
  readonly limit: 'floor' | 'cap' | undefined;
}

export interface StatutoryRedundancy {
  readonly weeks: number;
  readonly week: number;
  readonly capped: boolean;
  readonly total: number;
}

export interface PaternityDates {
  /** The last day on which the leave can be taken, where the baby comes on that day. */
  readonly useBy: Day;
  readonly tellBy: Day;
}
