/** Where the passages' lines lie, and how near to them something else is. */
import { products } from './products';
import { addRow, type SmallTable } from './small-table';

/** A passage and its lines: some rows of the table, one behind another. */
export interface Home {
  readonly id: string;
  readonly first: number;
  readonly count: number;
}

export interface Places {
  /** By number of a home: how like the vector its lines are, taken together. */
  middles(vector: Float64Array): Float64Array;
  /** How like the vector a home's most alike lines are. */
  likeness(vector: Float64Array, home: Home): number;
}

export function createPlaces(lines: SmallTable, homes: readonly Home[]): Places {
  // Made wider once, because they are multiplied for every question.
  const cells = new Float32Array(lines.cells);
  const middles = middlesOf(lines, homes);
  // Used by one reading at a time: nothing in it waits.
  const ofLines = new Float64Array(Math.max(0, ...homes.map(({ count }) => count)));
  return {
    middles(vector) {
      const alike = new Float64Array(homes.length);
      products(middles, 0, homes.length, vector, alike);
      return alike;
    },
    likeness(vector, { first, count }) {
      products(cells, first, count, vector, ofLines);
      for (let line = 0; line < count; line += 1)
        ofLines[line] = (ofLines[line] ?? 0) * (lines.scales[first + line] ?? 0);
      return bestThree(ofLines, count);
    },
  };
}

/** As near as the nearest, and a little as the next two. */
export function bestThree(alike: ArrayLike<number>, count: number): number {
  let best = 0;
  let second = 0;
  let third = 0;
  for (let at = 0; at < count; at += 1) {
    const one = alike[at] ?? 0;
    if (one <= third) continue;
    third = one > second ? second : one;
    second = one > best ? best : Math.max(one, second);
    best = Math.max(one, best);
  }
  return (best + second / 4 + third / 8) / 1.375;
}

/** The middle of each home's lines, of length 1. */
function middlesOf(lines: SmallTable, homes: readonly Home[]): Float32Array {
  const { width } = lines;
  const middles = new Float32Array(homes.length * width);
  for (const [row, { first, count }] of homes.entries()) {
    const sum = new Float64Array(width);
    for (let line = first; line < first + count; line += 1) addRow(lines, line, 1, sum);
    const length = Math.hypot(...sum) || 1;
    for (let d = 0; d < width; d += 1) middles[row * width + d] = (sum[d] ?? 0) / length;
  }
  return middles;
}
