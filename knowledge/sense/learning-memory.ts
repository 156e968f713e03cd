/**
 * The memory that learning works in, and its loops in WebAssembly (`learning.wat`): they come out
 * as loops in TypeScript would, and learning takes a third of the time. See
 * deployment/decisions/0020-finding-by-what-was-learned.md.
 */
import assembled from './learning.json';
import { growBy, instancesOf, type Memory } from './web-assembly';

/** The loops, as `learning.wat` explains them. All but counts, widths and shares are addresses. */
interface Loops {
  readonly memory: Memory;
  addRows(
    features: number,
    count: number,
    width: number,
    cells: number,
    share: number,
    sum: number,
  ): void;
  products(row: number, others: number, count: number, width: number, into: number): void;
  pull(from: number, share: number, width: number, to: number): void;
  moveRows(
    features: number,
    count: number,
    width: number,
    cells: number,
    steps: number,
    slopes: number,
    size: number,
    pace: number,
  ): void;
  correctRows(
    features: number,
    count: number,
    width: number,
    cells: number,
    steps: number,
    errors: number,
    share: number,
    shrink: number,
    least: number,
    pace: number,
  ): void;
}

/** Numbers, and the address where they begin. */
export interface Held<Numbers> {
  readonly at: number;
  readonly held: Numbers;
}

export interface LearningMemory {
  readonly loops: Loops;
  floats(count: number): Held<Float32Array>;
  doubles(count: number): Held<Float64Array>;
  integers(count: number): Held<Int32Array>;
}

/** Every place begins where two 64-bit numbers may stand; this much is enough for all of them. */
const STEP = 16;
export const ROOM_TO_ROUND = 64 * STEP;
const instances = instancesOf(assembled.module);
const instance = (): Loops => instances() as Loops;

/** @param bytes how many are needed in all: what is held stays where it is, so it cannot grow later */
export function createLearningMemory(bytes: number): LearningMemory {
  const loops = instance();
  growBy(loops.memory, bytes);
  let free = 0;
  const take = (wanted: number): number => {
    const at = free;
    free = at + Math.ceil(wanted / STEP) * STEP;
    return at;
  };
  const { buffer } = loops.memory;
  return {
    loops,
    floats: (count) => {
      const at = take(count * Float32Array.BYTES_PER_ELEMENT);
      return { at, held: new Float32Array(buffer, at, count) };
    },
    doubles: (count) => {
      const at = take(count * Float64Array.BYTES_PER_ELEMENT);
      return { at, held: new Float64Array(buffer, at, count) };
    },
    integers: (count) => {
      const at = take(count * Int32Array.BYTES_PER_ELEMENT);
      return { at, held: new Int32Array(buffer, at, count) };
    },
  };
}
