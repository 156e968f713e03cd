/** What a sum may need to know, as read from words or known beforehand. Never a person. */
import type { Particulars } from '../outcome';
import type { Day } from '../policies/schema';

/** When a shift was: weekday nights and Saturdays have one rate, Sundays and public holidays another. */
export type DutyTime = 'night' | 'saturday' | 'sunday' | 'public-holiday';

/** One shift from beginning to end, on the clock. */
export interface Shift {
  /** 1 is Monday, 7 is Sunday; undefined where only a weekday, or no day at all, was said. */
  readonly weekday: number | undefined;
  readonly publicHoliday: boolean;
  /** Minutes after midnight at which it begins. */
  readonly start: number;
  readonly minutes: number;
}

export interface SickPayUsed {
  /** Months, or calendar days, of sick pay had in the months that count. */
  readonly amount: number;
  readonly unit: 'months' | 'weeks' | 'days';
}

/** A length of notice, as a contract has it. */
export interface Notice {
  readonly amount: number;
  readonly unit: 'days' | 'weeks' | 'months';
}

export interface Facts {
  /** Contracted hours a week. */
  readonly weeklyHours?: number;
  readonly daysAWeek?: number;
  /** Months of NHS service on the day of asking, in whole months where only years were said. */
  readonly serviceMonths?: number;
  /** The day on which the service, or the job, began or begins. */
  readonly serviceStart?: Day;
  readonly dueDate?: Day;
  readonly birthDate?: Day;
  /** The first day of the leave that is asked about. */
  readonly leaveStart?: Day;
  readonly lastDay?: Day;
  /** The day on which notice is, or was, given. */
  readonly noticeGiven?: Day;
  readonly notice?: Notice;
  readonly hourlyPay?: number;
  readonly weeklyPay?: number;
  /** A twelfth of the pay of a year, where a year was said. */
  readonly monthlyPay?: number;
  readonly age?: number;
  readonly band?: number;
  /** Hours of the duty that is asked about, all its shifts together. */
  readonly dutyHours?: number;
  readonly dutyTime?: DutyTime;
  readonly shift?: Shift;
  /** Hours worked in the week that is asked about, the contracted ones with them. */
  readonly weekWorked?: number;
  readonly sickPayUsed?: SickPayUsed;
  /** True where somebody speaks of joining or leaving within a leave year. */
  readonly partYear?: true;
  /** How many months of the leave year are worked, where that alone was said. */
  readonly monthsOfYear?: number;
  /** True where the question is about bank holidays and no other leave. */
  readonly bankHolidaysOnly?: true;
}

export type FactName = keyof Facts;

const MONTHS_A_YEAR = 12;

/** What was known before anything was said. */
export function factsKnown({ weeklyHours, serviceYears, serviceStart, band }: Particulars): Facts {
  return {
    ...(weeklyHours === undefined ? {} : { weeklyHours }),
    ...(band === undefined ? {} : { band }),
    ...(serviceYears === undefined ? {} : { serviceMonths: serviceYears * MONTHS_A_YEAR }),
    ...(serviceStart === undefined ? {} : { serviceStart }),
  };
}
