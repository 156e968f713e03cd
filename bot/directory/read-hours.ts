/** Reads opening times as people write them: `always`, or `Mon-Fri 08:30-17:00; Sat 09:00-12:00`. */
import type { OpeningHours } from './directory';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const PART = /^([a-z]{3})(?:-([a-z]{3}))? (\d\d:\d\d)-(\d\d:\d\d)$/i;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;

type Week = Partial<Record<number, { from: string; to: string }>>;

/** @returns undefined where it is not written in that way, or a day closes before it opens */
export function readHours(written: string): OpeningHours | undefined {
  if (written.trim().toLowerCase() === 'always') return { kind: 'always' };
  const days: Week = {};
  for (const part of written.split(';')) {
    const read = readPart(part.trim());
    if (read === undefined) return undefined;
    for (const day of read.days) days[day] = { from: read.from, to: read.to };
  }
  return { kind: 'weekly', days };
}

function readPart(part: string): { days: number[]; from: string; to: string } | undefined {
  const [, first = '', last = first, from = '', to = ''] = PART.exec(part) ?? [];
  const [start, end] = [first, last].map((day) => DAYS.indexOf(day.toLowerCase()) + 1);
  if (!start || !end || end < start) return undefined;
  if (!TIME.test(from) || !TIME.test(to) || to <= from) return undefined;
  return { days: Array.from({ length: end - start + 1 }, (_, i) => start + i), from, to };
}
