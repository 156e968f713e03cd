/** Groups of words that are used alike, by the rows of `near-words.json`: spherical k-means. */
import { readFileSync } from 'node:fs';
import { nearWords } from '../../../bot/conversation/sensitive/near-words';
import { learntFile } from '../../../bot/conversation/sensitive/learnt-file';

const ROUNDS = 8;

/** @returns lists of words; a word is in one of them */
export function groupWords(groups: number): string[][] {
  const { rows, width } = nearWords();
  const { words: list } = JSON.parse(readFileSync(learntFile('near-words.json'), 'utf8')) as {
    words: string;
  };
  const words = list.split(' ');
  const units = words.map((_, at) => unit(rows.subarray(at * width, (at + 1) * width)));
  const step = Math.floor(words.length / groups);
  let centres = Array.from(
    { length: groups },
    (_, at) => units[at * step] ?? new Float32Array(width),
  );
  let places = new Int32Array(words.length);
  for (let round = 0; round < ROUNDS; round += 1) {
    places = Int32Array.from(units, (one) => nearest(one, centres));
    centres = middles(units, places, centres);
  }
  const grouped = centres.map((): string[] => []);
  for (const [at, word] of words.entries()) grouped[places[at] ?? 0]?.push(word);
  return grouped.filter((group) => group.length > 1);
}

function unit(row: Float32Array): Float32Array {
  const length = Math.sqrt(row.reduce((sum, one) => sum + one * one, 0));
  return length === 0 ? row : row.map((one) => one / length);
}

function nearest(one: Float32Array, centres: readonly Float32Array[]): number {
  let [best, at] = [-Infinity, 0];
  for (const [index, centre] of centres.entries()) {
    let alike = 0;
    for (let place = 0; place < one.length; place += 1)
      alike += (one[place] ?? 0) * (centre[place] ?? 0);
    if (alike > best) [best, at] = [alike, index];
  }
  return at;
}

/** A group that lost all its words stays where it was. */
function middles(
  units: readonly Float32Array[],
  places: Int32Array,
  centres: readonly Float32Array[],
): Float32Array[] {
  const sums = centres.map(({ length }) => new Float32Array(length));
  for (const [at, one] of units.entries()) {
    const sum = sums[places[at] ?? 0];
    if (sum === undefined) continue;
    for (let place = 0; place < one.length; place += 1)
      sum[place] = (sum[place] ?? 0) + (one[place] ?? 0);
  }
  return sums.map((sum, at) => (sum.some((one) => one !== 0) ? unit(sum) : (centres[at] ?? sum)));
}
