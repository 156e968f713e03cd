/**
 * Learns a vector for each feature so that the lines of one clause (ways of asking the same
 * thing) lie near one another: each line must tell a fellow line of its clause from the lines of
 * the other clauses in its batch. Run by the build.
 */
import { BUCKETS } from './features';
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
  readonly rows: Float64Array;
  readonly lengths: Float64Array;
  readonly slopes: Float64Array;
  readonly features: Int32Array[];
}

/** The lines of a clause, and its policy. */
export interface Kin {
  readonly subject: string;
  readonly lines: readonly Int32Array[];
}

export function learnVectors(kin: readonly Kin[]): Float32Array {
  const groups = kin.map(({ lines }) => lines);
  const vectors = firstVectors(groups);
  const steps = new Float32Array(BUCKETS).fill(0.01);
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
  const [one, other] = [createSide(), createSide()];
  const chosen = new Int32Array(BATCH);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    const order = bundled(epoch);
    for (let start = 0; start + BATCH <= order.length; start += BATCH) {
      for (let k = 0; k < BATCH; k += 1) {
        const index = order[start + k] ?? 0;
        const lines = groups[homes[index] ?? 0] ?? [];
        const place = places[index] ?? 0;
        chosen[k] = homes[index] ?? 0;
        put(one, k, lines[place], vectors);
        put(
          other,
          k,
          lines[fellowOf(place, lines.length, drawnBy(epoch, keys[index] ?? 0, 1))],
          vectors,
        );
      }
      compare(one, other, chosen);
      for (let k = 0; k < BATCH; k += 1) {
        move(one, k, vectors, steps);
        move(other, k, vectors, steps);
      }
    }
  }
  return vectors;
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

function createSide(): Side {
  return {
    rows: new Float64Array(BATCH * DIMENSIONS),
    lengths: new Float64Array(BATCH),
    slopes: new Float64Array(BATCH * DIMENSIONS),
    features: Array.from({ length: BATCH }, () => new Int32Array()),
  };
}

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

function put(
  side: Side,
  k: number,
  features: Int32Array = new Int32Array(),
  vectors: Float32Array,
): void {
  side.features[k] = features;
  const { rows } = side;
  const row = k * DIMENSIONS;
  rows.fill(0, row, row + DIMENSIONS);
  for (const feature of features) {
    const from = feature * DIMENSIONS;
    for (let d = 0; d < DIMENSIONS; d += 1)
      rows[row + d] = (rows[row + d] ?? 0) + (vectors[from + d] ?? 0);
  }
  let square = 1e-6;
  for (let d = row; d < row + DIMENSIONS; d += 1) square += (rows[d] ?? 0) ** 2;
  const length = Math.sqrt(square);
  side.lengths[k] = length;
  for (let d = row; d < row + DIMENSIONS; d += 1) rows[d] = (rows[d] ?? 0) / length;
}

/** Which way each row should move so that rows of one clause are alike and others are not. */
function compare(one: Side, other: Side, homes: Int32Array): void {
  one.slopes.fill(0);
  other.slopes.fill(0);
  const chances = new Float64Array(BATCH);
  for (let a = 0; a < BATCH; a += 1) {
    const row = a * DIMENSIONS;
    let whole = 0;
    for (let b = 0; b < BATCH; b += 1) {
      const same = a !== b && homes[a] === homes[b];
      chances[b] = same
        ? 0
        : Math.exp(SHARPNESS * (product(one.rows, row, other.rows, b * DIMENSIONS) - 1));
      whole += chances[b] ?? 0;
    }
    for (let b = 0; b < BATCH; b += 1) {
      const error = (chances[b] ?? 0) / whole - (a === b ? 1 : 0);
      if (error < LEAST && error > -LEAST) continue;
      const pull = error * SHARPNESS;
      const to = b * DIMENSIONS;
      for (let d = 0; d < DIMENSIONS; d += 1) {
        one.slopes[row + d] = (one.slopes[row + d] ?? 0) + pull * (other.rows[to + d] ?? 0);
        other.slopes[to + d] = (other.slopes[to + d] ?? 0) + pull * (one.rows[row + d] ?? 0);
      }
    }
  }
}

function move(side: Side, k: number, vectors: Float32Array, steps: Float32Array): void {
  const { rows, slopes } = side;
  const row = k * DIMENSIONS;
  const along = product(slopes, row, rows, row);
  const length = side.lengths[k] ?? 1;
  let size = 0;
  for (let d = row; d < row + DIMENSIONS; d += 1) {
    slopes[d] = ((slopes[d] ?? 0) - along * (rows[d] ?? 0)) / length;
    size += (slopes[d] ?? 0) ** 2;
  }
  size /= DIMENSIONS;
  const features = side.features[k] ?? new Int32Array();
  for (const feature of features) {
    const step = (steps[feature] ?? 0) + size;
    steps[feature] = step;
    const pace = PACE / Math.sqrt(step);
    const from = feature * DIMENSIONS;
    for (let d = 0; d < DIMENSIONS; d += 1)
      vectors[from + d] = (vectors[from + d] ?? 0) - pace * (slopes[row + d] ?? 0);
  }
}

function product(a: Float64Array, from: number, b: Float64Array, to: number): number {
  let sum = 0;
  for (let d = 0; d < DIMENSIONS; d += 1) sum += (a[from + d] ?? 0) * (b[to + d] ?? 0);
  return sum;
}
