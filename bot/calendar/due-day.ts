/** The last day of a request's usual time, as its receipt told it: counted from the confirmation. */
import { bankHolidays } from './bank-holidays';
import { addWorkingDays, today } from './days';

interface Promised {
  readonly confirmedAt: string;
  /** Working days. */
  readonly serviceLevelDays: number;
}

export const dueDay = (
  { confirmedAt, serviceLevelDays }: Promised,
  holidays: Parameters<typeof addWorkingDays>[2] = bankHolidays,
): string => addWorkingDays(today(new Date(confirmedAt)), Math.ceil(serviceLevelDays), holidays);
