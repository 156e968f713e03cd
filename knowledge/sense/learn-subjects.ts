/**
 * Learns which policy a line belongs to: multinomial logistic regression on its features, by
 * stochastic descent with a pace of its own for each weight (AdaGrad). Run by the build.
 */
import { BUCKETS } from './features';
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
  const weights = new Float32Array((BUCKETS + 1) * subjects);
  const steps = new Float32Array(weights.length).fill(1e-8);
  const errors = new Float64Array(subjects);
  const all = Int32Array.from(lines, (_, index) => index);
  const keys = Int32Array.from(lines, ({ features }) => keyOf(features));
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const index of inOrderOf(all, (line) => drawnBy(epoch, keys[line] ?? 0))) {
      const line = lines[index];
      if (line === undefined || line.features.length === 0) continue;
      const share = 1 / Math.sqrt(line.features.length);
      errorsOf(line, share, weights, errors);
      correct(line.features, share, errors, weights, steps);
    }
  }
  return weights;
}

/** How far each subject's chance is from what it should be. */
function errorsOf(
  { features, subject }: Line,
  share: number,
  weights: SubjectWeights,
  errors: Float64Array,
): void {
  const subjects = errors.length;
  const bias = BUCKETS * subjects;
  for (let k = 0; k < subjects; k += 1) errors[k] = weights[bias + k] ?? 0;
  for (const feature of features) {
    const row = feature * subjects;
    for (let k = 0; k < subjects; k += 1)
      errors[k] = (errors[k] ?? 0) + (weights[row + k] ?? 0) * share;
  }
  let top = -Infinity;
  for (let k = 0; k < subjects; k += 1) top = Math.max(top, errors[k] ?? 0);
  let whole = 0;
  for (let k = 0; k < subjects; k += 1) {
    errors[k] = Math.exp((errors[k] ?? 0) - top);
    whole += errors[k] ?? 0;
  }
  for (let k = 0; k < subjects; k += 1)
    errors[k] = (errors[k] ?? 0) / whole - (k === subject ? 1 : 0);
}

function correct(
  features: Int32Array,
  share: number,
  errors: Float64Array,
  weights: SubjectWeights,
  steps: Float32Array,
): void {
  const subjects = errors.length;
  for (let at = 0; at <= features.length; at += 1) {
    const isBias = at === features.length;
    const row = (isBias ? BUCKETS : (features[at] ?? 0)) * subjects;
    const part = isBias ? 1 : share;
    for (let k = 0; k < subjects; k += 1) {
      const slot = row + k;
      const slope = (errors[k] ?? 0) * part + SHRINK * (weights[slot] ?? 0);
      if (slope < LEAST && slope > -LEAST) continue;
      const step = (steps[slot] ?? 0) + slope * slope;
      steps[slot] = step;
      weights[slot] = (weights[slot] ?? 0) - (PACE * slope) / Math.sqrt(step);
    }
  }
}
