/** A day written in three fields, as `YYYY-MM-DD`; undefined where there is no such day. */
import { z } from 'zod';

const Day = z.iso.date();

export function dateFrom({
  day,
  month,
  year,
}: {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}): string | undefined {
  return Day.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`).data;
}
