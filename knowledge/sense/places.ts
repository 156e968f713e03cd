/** Where the passages' lines lie, and how near to them something else is. */
import { createRows, type Direction } from './products';
import { addRow, shrink, type SmallTable } from './small-table';

/** A passage and its lines: some rows of the table, one behind another. */
export interface Home {
  readonly id: string;
  readonly first: number;
  readonly count: number;
}

export interface Places {
  /** By number of a home: how like the direction its lines are, taken together. */
  middles(direction: Direction): Float64Array;
  /** How like the direction a home's most alike lines are. */
  likeness(direction: Direction, home: Home): number;
}

export function createPlaces(lines: SmallTable, homes: readonly Home[]): Places {
  const rows = createRows(lines);
  const middles = createRows(middlesOf(lines, homes));
  // Used by one reading at a time: nothing in it waits.
  const ofLines = new Float64Array(Math.max(0, ...homes.map(({ count }) => count)));
  return {
    middles(direction) {
      const alike = new Float64Array(homes.length);
      middles.products(0, homes.length, direction, alike);
      return alike;
    },
    likeness(direction, { first, count }) {
      rows.products(first, count, direction, ofLines);
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
function middlesOf(lines: SmallTable, homes: readonly Home[]): SmallTable {
  const { width } = lines;
  const middles = new Float32Array(homes.length * width);
  for (const [row, { first, count }] of homes.entries()) {
    const sum = new Float64Array(width);
    for (let line = first; line < first + count; line += 1) addRow(lines, line, 1, sum);
    const length = Math.hypot(...sum) || 1;
    for (let d = 0; d < width; d += 1) middles[row * width + d] = (sum[d] ?? 0) / length;
  }
  return shrink(middles, width);
}
