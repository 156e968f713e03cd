/**
 * Learns which policy a line belongs to: multinomial logistic regression on its features, by
 * stochastic descent with a pace of its own for each weight (AdaGrad). Run by the build.
 */
import { BUCKETS } from './features';
import {
  createLearningMemory,
  ROOM_TO_ROUND,
  type Held,
  type LearningMemory,
} from './learning-memory';
import { drawnBy, inOrderOf, keyOf } from './random';

export interface Line {
  readonly features: Int32Array;
  /** The number of the policy, or of the group, that it belongs to. */
  readonly subject: number;
}

/** Weights by feature, then by subject; the bias of each subject stands behind the last feature. */
export type SubjectWeights = Float32Array;

const EPOCHS = 2;
const PACE = 0.3;
const SHRINK = 1e-5;
/** Steps below this are not worth their time. */
const LEAST = 1e-5;

export function learnSubjects(lines: readonly Line[], subjects: number): SubjectWeights {
  const table = createTable(lines, subjects);
  const all = Int32Array.from(lines, (_, index) => index);
  const keys = Int32Array.from(lines, ({ features }) => keyOf(features));
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const index of inOrderOf(all, (line) => drawnBy(epoch, keys[line] ?? 0))) {
      const line = lines[index];
      if (line === undefined || line.features.length === 0) continue;
      table.features.held.set(line.features);
      findErrors(table, line, subjects);
      correct(table, line.features.length);
    }
  }
  return weightsOf(table, subjects);
}

/** What is learned, and where a line is worked out. */
interface Table {
  readonly loops: LearningMemory['loops'];
  /** Numbers of a row: two are worked out at once. */
  readonly width: number;
  readonly weights: Held<Float32Array>;
  /** Of each weight: the larger, the smaller its next step. */
  readonly steps: Held<Float32Array>;
  /** Of the line. */
  readonly features: Held<Int32Array>;
  /** The row behind the last feature, as if it were a feature of each line. */
  readonly bias: Held<Int32Array>;
  readonly errors: Held<Float64Array>;
}

function createTable(lines: readonly Line[], subjects: number): Table {
  const width = subjects + (subjects % 2);
  const cells = (BUCKETS + 1) * width;
  const longest = Math.max(0, ...lines.map(({ features }) => features.length));
  const memory = createLearningMemory(8 * cells + 8 * (longest + width) + ROOM_TO_ROUND);
  const table = {
    loops: memory.loops,
    width,
    weights: memory.floats(cells),
    steps: memory.floats(cells),
    features: memory.integers(longest),
    bias: memory.integers(1),
    errors: memory.doubles(width),
  };
  table.steps.held.fill(1e-8);
  table.bias.held[0] = BUCKETS;
  return table;
}

/** How far each subject's chance is from what it should be. */
function findErrors(table: Table, { features, subject }: Line, subjects: number): void {
  const { loops, width, weights, errors } = table;
  const bias = BUCKETS * width;
  errors.held.set(weights.held.subarray(bias, bias + width));
  loops.addRows(
    table.features.at,
    features.length,
    width,
    weights.at,
    shareOf(features.length),
    errors.at,
  );
  const chances = errors.held.subarray(0, subjects);
  let top = -Infinity;
  for (const chance of chances) top = Math.max(top, chance);
  let whole = 0;
  for (const [k, chance] of chances.entries()) whole += chances[k] = Math.exp(chance - top);
  for (const [k, chance] of chances.entries())
    chances[k] = chance / whole - (k === subject ? 1 : 0);
}

function correct(
  { loops, width, weights, steps, features, bias, errors }: Table,
  count: number,
): void {
  const correctRows = (rows: number, some: number, share: number): void => {
    loops.correctRows(
      rows,
      some,
      width,
      weights.at,
      steps.at,
      errors.at,
      share,
      SHRINK,
      LEAST,
      PACE,
    );
  };
  correctRows(features.at, count, shareOf(count));
  correctRows(bias.at, 1, 1);
}

/** However many features a line has, together they weigh the same. */
const shareOf = (features: number): number => 1 / Math.sqrt(features);

function weightsOf({ weights, width }: Table, subjects: number): SubjectWeights {
  if (width === subjects) return weights.held.slice();
  const all = new Float32Array((BUCKETS + 1) * subjects);
  for (let row = 0; row <= BUCKETS; row += 1)
    all.set(weights.held.subarray(row * width, row * width + subjects), row * subjects);
  return all;
}
