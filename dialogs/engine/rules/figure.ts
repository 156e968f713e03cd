/** Figures as the policies write them, "28 days", "1 year", in a calendar. */
import { addDays, addMonths, type Day } from '../reading/days';

export interface Amount {
  readonly amount: number;
  /** In the plural; empty for a bare number. */
  readonly unit: string;
}

const DAYS_A_WEEK = 7;
const MONTHS_A_YEAR = 12;

/** Undefined for what is not a plain amount, such as "£20" or "80%". */
export function amountOf(written: string | undefined): Amount | undefined {
  const [, amount, unit = ''] = /^(\d[\d,]*(?:\.\d+)?)(?: ([a-z]+))?$/.exec(written ?? '') ?? [];
  if (amount === undefined) return undefined;
  const plural = unit === '' || unit.endsWith('s') ? unit : `${unit}s`;
  return { amount: Number(amount.replaceAll(',', '')), unit: plural };
}

/** Undefined for an amount of no whole time. */
export function later(day: Day, { amount, unit }: Amount, sign: 1 | -1 = 1): Day | undefined {
  if (!Number.isInteger(amount)) return undefined;
  switch (unit) {
    case 'days':
      return addDays(day, sign * amount);
    case 'weeks':
      return addDays(day, sign * amount * DAYS_A_WEEK);
    case 'months':
      return addMonths(day, sign * amount);
    case 'years':
      return addMonths(day, sign * amount * MONTHS_A_YEAR);
    default:
      return undefined;
  }
}

export const earlier = (day: Day, amount: Amount): Day | undefined => later(day, amount, -1);
