/** Whether somebody will have enough service by a day that is still to come. */
import type { Day } from '../policies/schema';
import { addMonths, wholeMonths } from './days';
import type { Facts } from './facts';

/**
 * @param needed months of service
 * @param by undefined where the day is not known: only service that is enough already tells
 * @returns undefined where it cannot be told
 */
export function servedBy(
  { serviceMonths, serviceStart }: Facts,
  needed: number,
  on: Day,
  by: Day | undefined,
): boolean | undefined {
  if (serviceMonths !== undefined && serviceMonths >= needed) return true;
  if (by === undefined) return undefined;
  if (serviceStart !== undefined) return addMonths(serviceStart, needed) <= by;
  if (serviceMonths === undefined) return undefined;
  const atLeast = serviceMonths + wholeMonths(on, by);
  // Months were said and not a day, so one of them may be nearly over.
  return atLeast >= needed ? true : atLeast < needed - 1 ? false : undefined;
}
