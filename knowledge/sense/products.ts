/**
 * Rows of bytes, and their products with a direction: most of what reading a question costs, so
 * it is done by sixteen bytes at once, in WebAssembly (`products.wat`; Node 20 and later have
 * what it needs). Ten times as quick as a loop, and the rows take a quarter of the room that
 * floats would: see deployment/decisions/0020-finding-by-what-was-learned.md.
 */
import assembled from './products.json';
import type { SmallTable } from './small-table';
import { growBy, instancesOf, type Memory } from './web-assembly';

/** Cells of a row; products.wat knows no other width. */
const WIDTH = 64;
const MOST_CELL = 32_767;

/** A vector as the rows are multiplied with it. */
export interface Direction {
  readonly cells: Int16Array;
  /** What one step of a cell stands for. */
  readonly scale: number;
}

/** @param vector at most 64 numbers */
export function directionOf(vector: Float64Array): Direction {
  const cells = new Int16Array(WIDTH);
  let largest = 0;
  for (const value of vector) largest = Math.max(largest, Math.abs(value));
  if (largest === 0) return { cells, scale: 0 };
  const scale = largest / MOST_CELL;
  for (const [at, value] of vector.entries()) cells[at] = Math.round(value / scale);
  return { cells, scale };
}

export interface Rows {
  /**
   * The products of `count` rows with a direction, from its beginning in `into`, each true to a
   * part in some ten thousand of the longest.
   */
  products(first: number, count: number, direction: Direction, into: Float64Array): void;
}

interface Exports {
  readonly memory: Memory;
  readonly products: (rows: number, count: number, vector: number, into: number) => void;
}

const instances = instancesOf(assembled.module);
const instance = (): Exports => instances() as Exports;

/** @throws RangeError for a table wider than 64 */
export function createRows({ width, cells, scales }: SmallTable): Rows {
  if (width > WIDTH) throw new RangeError(`Rows of ${width} cells: at most ${WIDTH} can be held.`);
  const { memory, products } = instance();
  const count = scales.length;
  const found = WIDTH * Int16Array.BYTES_PER_ELEMENT;
  const rows = found + count * Int32Array.BYTES_PER_ELEMENT;
  growBy(memory, rows + count * WIDTH);
  const vector = new Int16Array(memory.buffer, 0, WIDTH);
  const sums = new Int32Array(memory.buffer, found, count);
  const held = new Int8Array(memory.buffer, rows, count * WIDTH);
  if (width === WIDTH) held.set(cells);
  else
    for (let row = 0; row < count; row += 1)
      held.set(cells.subarray(row * width, (row + 1) * width), row * WIDTH);
  return {
    products(first, some, direction, into) {
      vector.set(direction.cells);
      products(rows + first * WIDTH, some, 0, found);
      for (let at = 0; at < some; at += 1)
        into[at] = (sums[at] ?? 0) * (scales[first + at] ?? 0) * direction.scale;
    },
  };
}
