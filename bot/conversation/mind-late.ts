/**
 * The clock of the expected day: whoever waits is told once that it has passed. They are told in
 * the daytime of the next working day, when somebody can be asked, and never at night.
 * Safe to run in several processes and to lose at any line: the store takes each step once.
 */
import { bankHolidays } from '../calendar/bank-holidays';
import { isWorkingTime, today } from '../calendar/days';
import type { LateRequest, LateRequests } from './late-requests';

const AT_ONCE = 50;

/** @returns what is late and was not known to be; nothing for what another process did first */
export async function mindLate({
  late,
  clock,
}: {
  readonly late: LateRequests;
  readonly clock: () => Date;
}): Promise<readonly LateRequest[]> {
  const now = clock();
  if (!isWorkingTime(now, bankHolidays)) return [];
  const found = await late.late(today(now), AT_ONCE);
  const marked: LateRequest[] = [];
  for (const one of found) if (await late.markLate(one, now)) marked.push(one);
  return marked;
}
