/** Takes out of a text what identifies a person beside their name. */
import { z } from 'zod';
import raw from './identifiers.json';

const File = z.object({
  note: z.string(),
  patterns: z.array(z.object({ shown: z.string(), pattern: z.string() })),
});
const PATTERNS = File.parse(raw).patterns.map(({ shown, pattern }) => ({
  shown: `[${shown}]`,
  pattern: new RegExp(pattern, 'giu'),
}));

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
const DATES = [
  String.raw`(?<![\d/.-])\d{1,2}([/. -])\d{1,2}\1(?<year>\d{4}|\d{2})(?![\d/-])`,
  String.raw`(?<![\d-])(?<year>\d{4})-\d{1,2}-\d{1,2}(?![\d-])`,
  String.raw`(?<!\d)\d{1,2}(?:st|nd|rd|th)?(?: of)?[ -]?${MONTH},?[ -]?(?<year>\d{4}|\d{2})(?!\d)`,
  String.raw`(?<![a-z])${MONTH} \d{1,2}(?:st|nd|rd|th)?,? (?<year>\d{4})(?!\d)`,
].map((pattern) => new RegExp(pattern, 'giu'));

/** Nobody younger works here, and no request is about so long ago: such a date is a birthday. */
const YOUNGEST = 15;
const FURTHEST_AHEAD = 10;

/** @param year the year it is now */
export function maskIdentifiers(text: string, year: number): string {
  const withoutNumbers = PATTERNS.reduce(
    (masked, { shown, pattern }) => masked.replace(pattern, shown),
    text,
  );
  return DATES.reduce(
    (masked, pattern) =>
      masked.replace(pattern, (date, ...rest) =>
        isBirthYear(groupsOf(rest).year, year) ? '[date of birth]' : date,
      ),
    withoutNumbers,
  );
}

/** A replacer is given the named groups last. */
const groupsOf = (rest: readonly unknown[]) => z.object({ year: z.string() }).parse(rest.at(-1));

function isBirthYear(written: string, now: number): boolean {
  const short = Number(written);
  if (written.length === 4) return short > 1900 && short <= now - YOUNGEST;
  const century = now - (now % 100);
  const year = short > (now % 100) + FURTHEST_AHEAD ? century - 100 + short : century + short;
  return year <= now - YOUNGEST;
}
