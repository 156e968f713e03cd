/**
 * The day by which a request is expected, as the person was told; of requests of before such days
 * were kept, the last of the usual time, counted from the confirmation.
 */
import { bankHolidays } from './bank-holidays';
import { addWorkingDays, today } from './days';

interface Promised {
  readonly confirmedAt: string;
  /** Working days. */
  readonly serviceLevelDays: number;
  readonly expectedBy?: string | undefined;
}

export const dueDay = (
  { confirmedAt, serviceLevelDays, expectedBy }: Promised,
  holidays: Parameters<typeof addWorkingDays>[2] = bankHolidays,
): string =>
  expectedBy ?? addWorkingDays(today(new Date(confirmedAt)), Math.ceil(serviceLevelDays), holidays);
