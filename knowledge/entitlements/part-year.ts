/** The part of a leave year that is worked. */
import type { Day } from '../policies/schema';
import { addDays, daysBetween } from './days';
import type { Facts } from './facts';

/** Most NHS employers begin here (clause 18 says that each one decides). */
const LEAVE_YEAR_BEGINS = '-04-01';
const MONTHS_A_YEAR = 12;

export interface PartOfYear {
  /** 0 to 1, counted in days. */
  readonly share: number;
  /** Whole months; undefined where the part does not begin and end with one. */
  readonly months: number | undefined;
  readonly first: Day;
  readonly last: Day;
}

/** @returns undefined where all of the leave year is worked */
export function partOfYear(facts: Facts, on: Day): PartOfYear | undefined {
  const joined = facts.serviceStart;
  const left = facts.lastDay;
  const day = left ?? (joined !== undefined && joined > on ? joined : on);
  const year = Number(day.slice(0, 4)) - (day.slice(4) < LEAVE_YEAR_BEGINS ? 1 : 0);
  const begins = `${year}${LEAVE_YEAR_BEGINS}`;
  const ends = addDays(`${year + 1}${LEAVE_YEAR_BEGINS}`, -1);
  const first = joined !== undefined && joined > begins ? joined : begins;
  const last = left !== undefined && left < ends ? left : ends;
  if (last < first || (first === begins && last === ends)) return undefined;
  const share = (daysBetween(first, last) + 1) / (daysBetween(begins, ends) + 1);
  return { share, months: wholeMonthsOf(first, last), first, last };
}

function wholeMonthsOf(first: Day, last: Day): number | undefined {
  const next = addDays(last, 1);
  if (!first.endsWith('-01') || !next.endsWith('-01')) return undefined;
  const count = (day: Day): number => {
    const [year = 0, month = 0] = day.split('-').map(Number);
    return year * MONTHS_A_YEAR + month;
  };
  return count(next) - count(first);
}
