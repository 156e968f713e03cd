/**
 * A text as a handful of numbers: its words, stems, neighbouring pairs, and the four-letter
 * pieces of its longer words, so that a misspelt word still has most of itself in common with
 * the right one. Numbers are hashed, so no list of words has to be kept.
 */
import { pairsAndTerms } from './word-parts';

/** A power of two: the tables have a row for each. */
export const BUCKETS = 65_536;

/**
 * The different features of a text.
 * @param mend puts a misspelt word right; lines of the set itself need none
 */
export function featuresOf(text: string, mend?: (word: string) => string): Int32Array {
  const found = new Set<number>();
  for (const part of pairsAndTerms(text, mend)) found.add(hash(part));
  return Int32Array.from(found);
}

/** FNV-1a, folded to the number of buckets. */
function hash(text: string): number {
  let value = 2_166_136_261;
  for (let at = 0; at < text.length; at += 1)
    value = Math.imul(value ^ text.charCodeAt(at), 16_777_619);
  return (value ^ (value >>> 16)) & (BUCKETS - 1);
}
