/**
 * Learns a vector for each feature so that the lines of one clause (ways of asking the same
 * thing) lie near one another: each line must tell a fellow line of its clause from the lines of
 * the other clauses in its batch. Run by the build.
 */
import { BUCKETS } from './features';
import {
  createLearningMemory,
  ROOM_TO_ROUND,
  type Held,
  type LearningMemory,
} from './learning-memory';
import { createRandom, drawnBy, inOrderOf, keyOf } from './random';

export const DIMENSIONS = 64;

const EPOCHS = 2;
const BATCH = 64;
/** So many lines of one policy stand together in a batch. */
const TOGETHER = 16;
const PACE = 0.1;
/** How sharply likeness is told apart. */
const SHARPNESS = 12;
/** Chances below this teach nothing. */
const LEAST = 1e-4;

/** A side of a batch: each row the vector of one line, of length 1, with the length it had. */
interface Side {
  readonly rows: Held<Float64Array>;
  readonly lengths: Float64Array;
  readonly slopes: Held<Float64Array>;
  /** Of each line, one after the other, each in a place for the longest. */
  readonly features: Held<Int32Array>;
  readonly counts: Int32Array;
}

/** What is learned, and where a batch is worked out. */
interface Table {
  readonly loops: LearningMemory['loops'];
  readonly vectors: Held<Float32Array>;
  /** Of each vector: the larger, the smaller its next step. */
  readonly steps: Held<Float32Array>;
  readonly one: Side;
  readonly other: Side;
  /** Features that a place of a side has room for. */
  readonly longest: number;
  readonly chances: Held<Float64Array>;
}

/** The lines of a clause, and its policy. */
export interface Kin {
  readonly subject: string;
  readonly lines: readonly Int32Array[];
}

export function learnVectors(kin: readonly Kin[]): Float32Array {
  const groups = kin.map(({ lines }) => lines);
  const table = createTable(groups);
  const homes: number[] = [];
  const places: number[] = [];
  for (const [home, lines] of groups.entries()) {
    if (lines.length < 2) continue;
    for (const place of lines.keys()) {
      homes.push(home);
      places.push(place);
    }
  }
  const keys = Int32Array.from(homes, (home, index) =>
    keyOf(groups[home]?.[places[index] ?? 0] ?? new Int32Array()),
  );
  const bundled = bundles(
    homes.map((home) => kin[home]?.subject ?? ''),
    keys,
  );
  const { one, other } = table;
  const chosen = new Int32Array(BATCH);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    const order = bundled(epoch);
    for (let start = 0; start + BATCH <= order.length; start += BATCH) {
      for (let k = 0; k < BATCH; k += 1) {
        const index = order[start + k] ?? 0;
        const lines = groups[homes[index] ?? 0] ?? [];
        const place = places[index] ?? 0;
        chosen[k] = homes[index] ?? 0;
        put(table, one, k, lines[place]);
        const fellow = fellowOf(place, lines.length, drawnBy(epoch, keys[index] ?? 0, 1));
        put(table, other, k, lines[fellow]);
      }
      compare(table, chosen);
      for (let k = 0; k < BATCH; k += 1) {
        move(table, one, k);
        move(table, other, k);
      }
    }
  }
  return table.vectors.held.slice();
}

function createTable(groups: readonly (readonly Int32Array[])[]): Table {
  const longest = Math.max(0, ...groups.flat().map(({ length }) => length));
  const cells = BUCKETS * DIMENSIONS;
  const ofSides = 2 * BATCH * (2 * 8 * DIMENSIONS + 4 * longest);
  const memory = createLearningMemory(4 * (cells + BUCKETS) + ofSides + 8 * BATCH + ROOM_TO_ROUND);
  const table = {
    loops: memory.loops,
    vectors: memory.floats(cells),
    steps: memory.floats(BUCKETS),
    one: createSide(memory, longest),
    other: createSide(memory, longest),
    longest,
    chances: memory.doubles(BATCH),
  };
  table.vectors.held.set(firstVectors(groups));
  table.steps.held.fill(0.01);
  return table;
}

/**
 * Orders lines so that a batch has several of the same policy: clauses of one policy are the
 * hardest to tell apart.
 * @param subjects of each line
 * @param keys of each line, by which its place is drawn
 */
function bundles(subjects: readonly string[], keys: Int32Array): (epoch: number) => Int32Array {
  const bySubject = new Map<string, number[]>();
  for (const [index, subject] of subjects.entries()) {
    const own = bySubject.get(subject);
    if (own === undefined) bySubject.set(subject, [index]);
    else own.push(index);
  }
  return (epoch) => {
    const pieces: { readonly lines: Int32Array; readonly drawn: number }[] = [];
    for (const [subject, indexes] of bySubject) {
      const own = inOrderOf(Int32Array.from(indexes), (line) => drawnBy(epoch, keys[line] ?? 0));
      for (let at = 0; at < own.length; at += TOGETHER)
        pieces.push({
          lines: own.subarray(at, at + TOGETHER),
          drawn: drawnBy(epoch, keyOf(subject), at),
        });
    }
    pieces.sort((one, other) => one.drawn - other.drawn);
    return Int32Array.from(pieces.flatMap(({ lines }) => Array.from(lines)));
  };
}

const createSide = (memory: LearningMemory, longest: number): Side => ({
  rows: memory.doubles(BATCH * DIMENSIONS),
  lengths: new Float64Array(BATCH),
  slopes: memory.doubles(BATCH * DIMENSIONS),
  features: memory.integers(BATCH * longest),
  counts: new Int32Array(BATCH),
});

function fellowOf(place: number, count: number, drawn: number): number {
  const other = Math.floor(drawn * (count - 1));
  return other >= place ? other + 1 : other;
}

/** Random to begin with; what is in many lines says little, and starts small. */
function firstVectors(groups: readonly (readonly Int32Array[])[]): Float32Array {
  const counts = new Float64Array(BUCKETS);
  let lines = 0;
  for (const features of groups.flat()) {
    lines += 1;
    for (const feature of features) counts[feature] = (counts[feature] ?? 0) + 1;
  }
  const vectors = new Float32Array(BUCKETS * DIMENSIONS);
  for (let feature = 0; feature < BUCKETS; feature += 1) {
    // Features of no line stay at nothing: a word that was never seen moves no question.
    if (counts[feature] === 0) continue;
    const rare = 0.02 / (0.02 + (counts[feature] ?? 0) / lines);
    const random = createRandom(Math.floor(drawnBy(feature) * 2 ** 32));
    for (let d = 0; d < DIMENSIONS; d += 1)
      vectors[feature * DIMENSIONS + d] = ((random() - 0.5) * 2 * rare) / Math.sqrt(DIMENSIONS);
  }
  return vectors;
}

/** Where a row of a side begins, and where the features of its line do. */
const rowAt = ({ at }: Held<Float64Array>, k: number): number =>
  at + k * DIMENSIONS * Float64Array.BYTES_PER_ELEMENT;
const featuresAt = ({ at }: Held<Int32Array>, k: number, longest: number): number =>
  at + k * longest * Int32Array.BYTES_PER_ELEMENT;

function put(
  { loops, vectors, longest }: Table,
  { rows, features, counts, lengths }: Side,
  k: number,
  line: Int32Array = new Int32Array(),
): void {
  features.held.set(line, k * longest);
  counts[k] = line.length;
  const row = rows.held.subarray(k * DIMENSIONS, (k + 1) * DIMENSIONS);
  row.fill(0);
  loops.addRows(
    featuresAt(features, k, longest),
    line.length,
    DIMENSIONS,
    vectors.at,
    1,
    rowAt(rows, k),
  );
  let square = 1e-6;
  for (const value of row) square += value ** 2;
  const length = Math.sqrt(square);
  lengths[k] = length;
  for (let d = 0; d < DIMENSIONS; d += 1) row[d] = (row[d] ?? 0) / length;
}

/** Which way each row should move so that rows of one clause are alike and others are not. */
function compare({ loops, one, other, chances }: Table, homes: Int32Array): void {
  one.slopes.held.fill(0);
  other.slopes.held.fill(0);
  const chance = chances.held;
  for (let a = 0; a < BATCH; a += 1) {
    const row = rowAt(one.rows, a);
    loops.products(row, other.rows.at, BATCH, DIMENSIONS, chances.at);
    let whole = 0;
    for (let b = 0; b < BATCH; b += 1) {
      const same = a !== b && homes[a] === homes[b];
      whole += chance[b] = same ? 0 : Math.exp(SHARPNESS * ((chance[b] ?? 0) - 1));
    }
    for (let b = 0; b < BATCH; b += 1) {
      const error = (chance[b] ?? 0) / whole - (a === b ? 1 : 0);
      if (error < LEAST && error > -LEAST) continue;
      const pull = error * SHARPNESS;
      loops.pull(rowAt(other.rows, b), pull, DIMENSIONS, rowAt(one.slopes, a));
      loops.pull(row, pull, DIMENSIONS, rowAt(other.slopes, b));
    }
  }
}

function move({ loops, vectors, steps, longest }: Table, side: Side, k: number): void {
  const row = side.rows.held.subarray(k * DIMENSIONS, (k + 1) * DIMENSIONS);
  const slope = side.slopes.held.subarray(k * DIMENSIONS, (k + 1) * DIMENSIONS);
  let along = 0;
  for (let d = 0; d < DIMENSIONS; d += 1) along += (slope[d] ?? 0) * (row[d] ?? 0);
  const length = side.lengths[k] ?? 1;
  let size = 0;
  for (let d = 0; d < DIMENSIONS; d += 1) {
    const turned = ((slope[d] ?? 0) - along * (row[d] ?? 0)) / length;
    slope[d] = turned;
    size += turned ** 2;
  }
  loops.moveRows(
    featuresAt(side.features, k, longest),
    side.counts[k] ?? 0,
    DIMENSIONS,
    vectors.at,
    steps.at,
    rowAt(side.slopes, k),
    size / DIMENSIONS,
    PACE,
  );
}
