/**
 * Brings what people type to one spelling before any rule looks at it: lower case, no
 * apostrophes, one short form for each of "I am", "don't", "going to"; near misses of the words
 * that matter put right; sentences parted by " . ".
 */
import { z } from 'zod';
import raw from './words.json';

const Words = z.object({
  spellings: z.record(z.string(), z.array(z.string())),
  nearSpellings: z.array(z.string()),
  leaveAlone: z.array(z.string()),
  groups: z.record(z.string(), z.array(z.string())),
});
const words = Words.parse(raw);

export const groups = words.groups;

const shortForms = new Map(
  Object.entries(words.spellings).flatMap(([short, longs]) => longs.map((long) => [long, short])),
);
const LONG_FORM = new RegExp(
  `(?<!\\w)(?:${[...shortForms.keys()].toSorted((a, b) => b.length - a.length).join('|')})(?!\\w)`,
  'g',
);
/** People seldom miss the first letter. */
const candidates = new Map<string, string[]>();
for (const right of words.nearSpellings) {
  candidates.set(right.charAt(0), [...(candidates.get(right.charAt(0)) ?? []), right]);
}
const known = new Set([...words.nearSpellings, ...words.leaveAlone]);
/** Shorter words have too many honest neighbours. */
const SHORTEST_MISSPELT = 6;
const LONG_WORD = 8;

/** "p***", "b****d": people do not like to write what they were called. */
const HALF_WRITTEN = /\b[a-z]+\*{2,}[a-z]*/g;

export function normalise(text: string): string {
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]|['’‘`´]/g, '')
    .replace(HALF_WRITTEN, ' swearword ')
    .replace(/[.!?;:\n\r]+/g, ' . ')
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9. ]+/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
  return plain
    .replace(LONG_FORM, (long) => shortForms.get(long) ?? long)
    .replace(/[a-z]{6,}/g, mend);
}

/** The word that matters, where this is one slip away from it (two, in a long word). */
function mend(word: string): string {
  if (known.has(word) || word.length < SHORTEST_MISSPELT) return word;
  const meant = candidates.get(word.charAt(0))?.find((right) => {
    const slips = Math.min(right.length, word.length) >= LONG_WORD ? 2 : 1;
    return within(word, right, slips);
  });
  return meant ?? word;
}

/** Whether at most `slips` letters are added, left out, changed, or swapped with a neighbour. */
function within(a: string, b: string, slips: number): boolean {
  if (Math.abs(a.length - b.length) > slips) return false;
  if (a === b) return true;
  if (slips === 0) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  const [restA, restB] = [a.slice(same), b.slice(same)];
  const swapped = restB.startsWith(restA.charAt(1) + restA.charAt(0));
  return (
    within(restA.slice(1), restB, slips - 1) ||
    within(restA, restB.slice(1), slips - 1) ||
    within(restA.slice(1), restB.slice(1), slips - 1) ||
    (swapped && within(restA.slice(2), restB.slice(2), slips - 1))
  );
}
