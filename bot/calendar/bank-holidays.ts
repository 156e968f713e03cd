/** The bank holidays of England and Wales, from the file beside this one. */
import { z } from 'zod';
import raw from './bank-holidays.json';

export interface BankHolidays {
  /** The last year the list covers; a day after it is never known to be a bank holiday. */
  readonly lastYear: number;
  readonly days: ReadonlySet<string>;
  has(day: string): boolean;
  /** For instance `Good Friday`. */
  nameOf(day: string): string | undefined;
}

const File = z.object({
  division: z.literal('england-and-wales'),
  source: z.url(),
  checked: z.iso.date(),
  note: z.string(),
  lastYear: z.int(),
  days: z.array(z.object({ day: z.iso.date(), name: z.string().min(1) })),
});

/** @throws ZodError where the list is not one: a mistake in the project's own file */
export function bankHolidaysFrom(file: unknown): BankHolidays {
  const { lastYear, days } = File.parse(file);
  const names = new Map(days.map(({ day, name }) => [day, name]));
  return {
    lastYear,
    days: new Set(names.keys()),
    has: (day) => names.has(day),
    nameOf: (day) => names.get(day),
  };
}

export const bankHolidays: BankHolidays = bankHolidaysFrom(raw);
