/**
 * A row of numbers for each of the commonest English words, so made that words which are used alike
 * have rows alike: what is learnt of "tablets" holds for "pills". `near-words.json` was made once,
 * from GloVe vectors, which are free for all; how is in deployment/decisions/0024-an-ear-beside-the-rules.md.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { learntFile } from './learnt-file';

const File = z.strictObject({
  /** Numbers a word. */
  width: z.number().int().positive(),
  words: z.string(),
  /** The largest number of each row. */
  scales: z.array(z.number()),
  /** A byte a number, the largest of each row being 127; base64. */
  rows: z.string(),
});

export interface NearWords {
  readonly width: number;
  /** One more than there are words: the last is all zeros, for words that nobody knows. */
  readonly rows: Float32Array;
  readonly unknown: number;
  /** The row of each word of a message, in order. @param said normalised: see normalise.ts */
  readonly rowsOf: (said: string) => Int32Array;
}

const MOST = 127;
/** A word that is not in the list is taken for the commonest that begins like it. */
const BEGINNINGS = [7, 6, 5];

let known: NearWords | undefined;

/** Read when first needed: it is a long list. */
export function nearWords(): NearWords {
  known ??= readNearWords();
  return known;
}

function readNearWords(): NearWords {
  const file = learntFile('near-words.json');
  const { width, words, scales, rows: cells } = File.parse(JSON.parse(readFileSync(file, 'utf8')));
  const list = words.split(' ');
  const places = new Map(list.map((word, index) => [word, index]));
  const rows = new Float32Array((list.length + 1) * width);
  const bytes = new Int8Array(Buffer.from(cells, 'base64'));
  for (const [row, scale] of scales.entries())
    for (let at = row * width; at < (row + 1) * width; at += 1)
      rows[at] = ((bytes[at] ?? 0) * scale) / MOST;
  const begins = new Map<string, number>();
  for (const [index, word] of list.entries())
    for (const letters of BEGINNINGS) {
      const begin = word.slice(0, letters);
      if (word.length >= letters && !begins.has(begin)) begins.set(begin, index);
    }
  const rowOf = (word: string): number => {
    const place = places.get(word);
    if (place !== undefined) return place;
    const letters = BEGINNINGS.find(
      (count) => word.length > count && begins.has(word.slice(0, count)),
    );
    return begins.get(word.slice(0, letters ?? 0)) ?? list.length;
  };
  return {
    width,
    rows,
    unknown: list.length,
    rowsOf: (said) => Int32Array.from(said.split(' '), rowOf),
  };
}
