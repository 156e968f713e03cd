/** Multinomial logistic regression by stochastic gradient descent, each weight with its own rate (AdaGrad). */

export interface Example {
  /** Rows of the features it has. */
  readonly has: readonly number[];
  readonly meaning: number;
  /** How much it counts beside the others. */
  readonly weight: number;
}

export interface FitOptions {
  /** By feature: how much one that an example has counts, 1 or less. What counts less is learnt more slowly. */
  readonly worths: readonly number[];
  readonly meanings: number;
  readonly rounds: number;
  readonly rate: number;
  /** How strongly weights are drawn to zero. */
  readonly decay: number;
  /** From 0 to 1, the same each time. */
  readonly chance: () => number;
}

/** @returns a row of weights for each feature (its worth is in them), and a last one that every example has */
export function fit(examples: readonly Example[], options: FitOptions): Float64Array[] {
  const { worths, meanings, rounds, rate, decay, chance } = options;
  const features = worths.length;
  // Row after row in one stretch of memory, in short numbers: a learning is some ten thousand million steps.
  const weights = new Float32Array((features + 1) * meanings);
  const squares = new Float32Array(weights.length).fill(1e-8);
  const errors = new Float64Array(meanings);
  const order = examples.map((_, at) => at);
  const move = (row: number, share: number, drawn: number): void => {
    for (let at = 0, own = row * meanings; at < meanings; at += 1, own += 1) {
      const error = errors[at] ?? 0;
      if (error === 0) continue;
      const gradient = error * share + drawn * (weights[own] ?? 0);
      const seen = (squares[own] ?? 0) + gradient * gradient;
      squares[own] = seen;
      weights[own] = (weights[own] ?? 0) - (rate * gradient) / Math.sqrt(seen);
    }
  };
  const learnFrom = (example: Example): void => {
    const share = 1 / Math.sqrt(Math.max(example.has.length, 1));
    errorsInto(errors, example, { weights, worths, share });
    for (const row of example.has) move(row, share * (worths[row] ?? 1), decay);
    move(features, 1, 0);
  };
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, chance);
    for (const index of order) {
      const example = examples[index];
      if (example !== undefined) learnFrom(example);
    }
  }
  return Array.from({ length: features + 1 }, (_, row) =>
    Float64Array.from(
      weights.subarray(row * meanings, (row + 1) * meanings),
      (weight) => weight * (worths[row] ?? 1),
    ),
  );
}

/** Smaller ones teach nothing. */
const LEAST_ERROR = 1e-4;

interface Learning {
  readonly weights: Float32Array;
  readonly worths: readonly number[];
  readonly share: number;
}

function errorsInto(
  errors: Float64Array,
  { has, meaning, weight }: Example,
  { weights, worths, share }: Learning,
): void {
  const meanings = errors.length;
  errors.fill(0);
  for (const row of has) {
    const worth = worths[row] ?? 1;
    for (let at = 0, own = row * meanings; at < meanings; at += 1, own += 1)
      errors[at] = (errors[at] ?? 0) + worth * (weights[own] ?? 0);
  }
  const everyone = weights.length - meanings;
  let top = -Infinity;
  for (let at = 0; at < meanings; at += 1) {
    const sum = (errors[at] ?? 0) * share + (weights[everyone + at] ?? 0);
    errors[at] = sum;
    top = Math.max(top, sum);
  }
  let whole = 0;
  for (let at = 0; at < meanings; at += 1) {
    const raw = Math.exp((errors[at] ?? 0) - top);
    errors[at] = raw;
    whole += raw;
  }
  for (let at = 0; at < meanings; at += 1) {
    const error = ((errors[at] ?? 0) / whole - (at === meaning ? 1 : 0)) * weight;
    errors[at] = Math.abs(error) < LEAST_ERROR ? 0 : error;
  }
}

function shuffle(order: number[], chance: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
}
