/**
 * Listens for short runs of words, wherever they stand in a message. Each of its filters looks at
 * five words at a time and keeps the strongest sign that it finds, so that a long story around it
 * does not thin it out. What the filters look for was learnt (`ear.json`, made by
 * `npm run sensitive:learn`); here is only adding up.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { learntFile } from './learnt-file';
import { nearWords, type NearWords } from './near-words';

/** How many words a filter sees at once. */
export const REACH = 5;

/** What the ear tells apart, in the order of its sums. */
export const HEARD_AS = ['life-at-risk', 'disclosure', 'other'] as const;

const File = z.strictObject({
  filters: z.number().int().positive(),
  reach: z.literal(REACH),
  /** Bytes of the weights by place, number of the word's row and filter, times `scale`; base64. */
  weights: z.string(),
  scale: z.number(),
  bias: z.array(z.number()),
  /** By sum, a number for each filter. */
  sums: z.array(z.array(z.number())).length(HEARD_AS.length),
  start: z.array(z.number()).length(HEARD_AS.length),
});

export interface Ear {
  readonly filters: number;
  /** By place, number of the word's row, and filter. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
  readonly sums: readonly Float32Array[];
  readonly start: readonly number[];
}

/** What one word adds to each filter, from each place in its reach. */
export function signsOf(ear: Ear, words: NearWords, row: number): Float32Array {
  const { filters, weights } = ear;
  const { width, rows } = words;
  const signs = new Float32Array(REACH * filters);
  for (let place = 0; place < REACH; place += 1) {
    const to = place * filters;
    for (let cell = 0; cell < width; cell += 1) {
      const number = rows[row * width + cell] ?? 0;
      if (number === 0) continue;
      const from = (place * width + cell) * filters;
      for (let filter = 0; filter < filters; filter += 1)
        signs[to + filter] = (signs[to + filter] ?? 0) + number * (weights[from + filter] ?? 0);
    }
  }
  return signs;
}

/** The strongest sign that each filter finds, none being below 0. */
export interface Strongest {
  readonly signs: Float32Array;
  /** Where the run of words begins; it may begin before the first word. */
  readonly at: Int32Array;
}

/** @param words the signs of each word, in order */
export function strongestIn(ear: Ear, words: readonly Float32Array[]): Strongest {
  const { filters, bias } = ear;
  const signs = new Float32Array(filters);
  const at = new Int32Array(filters);
  const nothing = new Float32Array(REACH * filters);
  for (let begin = 1 - REACH; begin < words.length; begin += 1) {
    // Written out, as this is where the time goes: one look at each filter for each run of words.
    const [one, two, three, four, five] = [0, 1, 2, 3, 4].map(
      (place) => words[begin + place] ?? nothing,
    ) as [Float32Array, Float32Array, Float32Array, Float32Array, Float32Array]; // as many as REACH
    for (let filter = 0; filter < filters; filter += 1) {
      const sign =
        (bias[filter] ?? 0) +
        (one[filter] ?? 0) +
        (two[filter + filters] ?? 0) +
        (three[filter + 2 * filters] ?? 0) +
        (four[filter + 3 * filters] ?? 0) +
        (five[filter + 4 * filters] ?? 0);
      if (sign > (signs[filter] ?? 0)) {
        signs[filter] = sign;
        at[filter] = begin;
      }
    }
  }
  return { signs, at };
}

export interface HeardSums {
  /** Above 0: rather a life at risk or something that happened than anything else. */
  readonly alarm: number;
  /** Above 0: rather a life at risk than something that happened. */
  readonly life: number;
}

export function sumsOf(ear: Ear, signs: Float32Array): readonly number[] {
  return ear.sums.map((weights, sum) => {
    let all = ear.start[sum] ?? 0;
    for (let filter = 0; filter < weights.length; filter += 1)
      all += (weights[filter] ?? 0) * (signs[filter] ?? 0);
    return all;
  });
}

function meaningOf([life = 0, happened = 0, other = 0]: readonly number[]): HeardSums {
  const most = Math.max(life, happened);
  const either = most + Math.log(Math.exp(life - most) + Math.exp(happened - most));
  return { alarm: either - other, life: life - happened };
}

/** An ear that keeps what it worked out for each word: most words are said again and again. */
export function listener(ear: Ear, words: NearWords): (said: string) => HeardSums {
  const known = new Map<number, Float32Array>();
  const signsOfRow = (row: number): Float32Array => {
    let signs = known.get(row);
    if (signs === undefined) {
      if (known.size >= KEPT) known.clear();
      known.set(row, (signs = signsOf(ear, words, row)));
    }
    return signs;
  };
  return (said) => {
    const each = Array.from(words.rowsOf(said), signsOfRow);
    return meaningOf(sumsOf(ear, strongestIn(ear, each).signs));
  };
}

/** Words; each takes about four kilobytes. */
const KEPT = 3000;

let listening: ((said: string) => HeardSums) | undefined;

/** @param said normalised: see normalise.ts */
export function listenTo(said: string): HeardSums {
  listening ??= listener(readEar(), nearWords());
  return listening(said);
}

function readEar(): Ear {
  const file = learntFile('ear.json');
  const { filters, weights, scale, bias, sums, start } = File.parse(
    JSON.parse(readFileSync(file, 'utf8')),
  );
  return {
    filters,
    weights: Float32Array.from(
      new Int8Array(Buffer.from(weights, 'base64')),
      (cell) => cell * scale,
    ),
    bias: Float32Array.from(bias),
    sums: sums.map((each) => Float32Array.from(each)),
    start,
  };
}
