/** Takes out of a text what identifies a person beside their name. */
import { z } from 'zod';
import raw from './identifiers.json';

const File = z.object({
  note: z.string(),
  patterns: z.array(z.object({ shown: z.string(), pattern: z.string() })),
});
/** A telephone types other spaces and dashes than a keyboard, and some of them cannot be seen. */
const SPACES = String.raw` \t\u00a0\u2000-\u200d\u202f\u2060\u3000`;
const DASHES = String.raw`\u2010-\u2015\u2212\-`;
const PATTERNS = File.parse(raw).patterns.map(({ shown, pattern }) => ({
  shown: `[${shown}]`,
  pattern: new RegExp(
    pattern
      .replaceAll('~', `[${SPACES}.·${DASHES}]{0,3}`)
      .replaceAll('_', `[${SPACES}${DASHES}]{0,3}`),
    'giu',
  ),
}));

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
const SPACE = `[${SPACES}]`;
/** The same twice in a date. */
const APART = `[/.${SPACES}${DASHES}]{1,2}`;
const LOOSE = `[${SPACES}${DASHES}]{0,2}`;
const DATES = [
  `(?<![\\d/.-])\\d{1,2}(${APART})\\d{1,2}\\1(?<year>\\d{4}|\\d{2})(?![\\d/-])`,
  `(?<![\\d-])(?<year>\\d{4})(${APART})\\d{1,2}\\2\\d{1,2}(?![\\d-])`,
  `(?<!\\d)\\d{1,2}(?:st|nd|rd|th)?(?:${SPACE}+of)?${LOOSE}${MONTH},?${LOOSE}(?<year>\\d{4}|\\d{2})(?!\\d)`,
  `(?<![a-z])${MONTH}${SPACE}+\\d{1,2}(?:st|nd|rd|th)?,?${SPACE}*(?<year>\\d{4})(?!\\d)`,
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
