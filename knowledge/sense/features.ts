/**
 * A text as a handful of numbers: its words, stems, neighbouring pairs, and the four-letter
 * pieces of its longer words, so that a misspelt word still has most of itself in common with
 * the right one. Numbers are hashed, so no list of words has to be kept; and hashed as they come,
 * letter by letter, so that no text has to be put together for each.
 */
import { kindOf, wordsIn } from './word-parts';

/** A power of two: the tables have a row for each. */
export const BUCKETS = 65_536;

/** Letters in a piece. */
const PIECE = 4;

/** Each has a mark of its kind, so that kinds never meet. */
const MARKS = {
  word: begun('w '),
  pair: begun('p '),
  stem: begun('s '),
  stems: begun('t '),
  kind: begun('k '),
  piece: begun('c '),
};
const SPACE = ' '.charCodeAt(0);
const EDGES = ['<'.charCodeAt(0), '>'.charCodeAt(0)] as const;

/**
 * The different features of a text.
 * @param mend puts a misspelt word right; lines of the set itself need none
 */
export function featuresOf(text: string, mend?: (word: string) => string): Int32Array {
  const { raw, words, terms } = wordsIn(text, mend);
  const found = new Set<number>();
  for (const word of words) found.add(ended(withText(MARKS.word, word)));
  addPairs(words, MARKS.pair, found);
  for (const term of terms) found.add(ended(withText(MARKS.stem, term)));
  addPairs(terms, MARKS.stems, found);
  for (const word of words) {
    const kind = kindOf(word);
    if (kind !== undefined) found.add(ended(withText(MARKS.kind, kind)));
  }
  for (const word of raw) if (word.length >= PIECE) addPieces(word, found);
  return Int32Array.from(found);
}

function addPairs(words: readonly string[], mark: number, found: Set<number>): void {
  let before: number | undefined;
  for (const word of words) {
    if (before !== undefined) found.add(ended(withText(before, word)));
    before = withLetter(withText(mark, word), SPACE);
  }
}

/** Of "<word>", so that a piece tells whether a word begins or ends with it. */
function addPieces(word: string, found: Set<number>): void {
  const [opening, closing] = EDGES;
  for (let first = -1; first + PIECE <= word.length + 1; first += 1) {
    let value = MARKS.piece;
    for (let at = first; at < first + PIECE; at += 1)
      value = withLetter(
        value,
        at < 0 ? opening : at < word.length ? word.charCodeAt(at) : closing,
      );
    found.add(ended(value));
  }
}

/** FNV-1a. */
function begun(mark: string): number {
  return withText(2_166_136_261, mark);
}

function withText(value: number, text: string): number {
  let next = value;
  for (let at = 0; at < text.length; at += 1) next = withLetter(next, text.charCodeAt(at));
  return next;
}

function withLetter(value: number, letter: number): number {
  return Math.imul(value ^ letter, 16_777_619);
}

/** Folded to the number of buckets. */
function ended(value: number): number {
  return (value ^ (value >>> 16)) & (BUCKETS - 1);
}
