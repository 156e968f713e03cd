/** Multinomial logistic regression by stochastic gradient descent, each weight with its own rate (AdaGrad). */

export interface Example {
  /** Rows of the features it has. */
  readonly has: readonly number[];
  readonly meaning: number;
  /** How much it counts beside the others. */
  readonly weight: number;
}

export interface FitOptions {
  readonly features: number;
  readonly meanings: number;
  readonly rounds: number;
  readonly rate: number;
  /** How strongly weights are drawn to zero. */
  readonly decay: number;
  /** From 0 to 1, the same each time. */
  readonly chance: () => number;
}

/** @returns a row of weights for each feature, and a last one that every example has */
export function fit(examples: readonly Example[], options: FitOptions): Float64Array[] {
  const { features, meanings, rounds, rate, decay, chance } = options;
  const rows = Array.from({ length: features + 1 }, () => new Float64Array(meanings));
  const squares = rows.map(() => new Float64Array(meanings).fill(1e-8));
  const order = examples.map((_, at) => at);
  const move = (row: number, at: number, gradient: number): void => {
    const [own, seen] = [rows[row], squares[row]];
    if (own === undefined || seen === undefined) return;
    seen[at] = (seen[at] ?? 0) + gradient * gradient;
    own[at] = (own[at] ?? 0) - (rate * gradient) / Math.sqrt(seen[at]);
  };
  const learnFrom = (example: Example): void => {
    const share = 1 / Math.sqrt(Math.max(example.has.length, 1));
    for (const [at, error] of errorsOf(example, rows, share, meanings).entries()) {
      if (Math.abs(error) < LEAST_ERROR) continue;
      for (const row of example.has) move(row, at, error * share + decay * (rows[row]?.[at] ?? 0));
      move(features, at, error);
    }
  };
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, chance);
    for (const index of order) {
      const example = examples[index];
      if (example !== undefined) learnFrom(example);
    }
  }
  return rows;
}

/** Smaller ones teach nothing. */
const LEAST_ERROR = 1e-4;

function errorsOf(
  { has, meaning, weight }: Example,
  rows: readonly Float64Array[],
  share: number,
  meanings: number,
): Float64Array {
  const sums = Float64Array.from(rows.at(-1) ?? []);
  for (const row of has)
    for (let at = 0; at < meanings; at += 1)
      sums[at] = (sums[at] ?? 0) + (rows[row]?.[at] ?? 0) * share;
  const top = Math.max(...sums);
  const raw = sums.map((sum) => Math.exp(sum - top));
  const whole = raw.reduce((sum, one) => sum + one, 0);
  return raw.map((one, at) => (one / whole - (at === meaning ? 1 : 0)) * weight);
}

function shuffle(order: number[], chance: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
}
