/** Logistic regression over features that are there or not, by AdaGrad; the same result every time. */
export interface Fitted {
  readonly start: number;
  readonly weights: ReadonlyMap<string, number>;
}

export interface Example {
  readonly features: ReadonlySet<string>;
  readonly is: boolean;
}

const ROUNDS = 20;
const STEP = 0.3;
/** A feature that only one sentence has says nothing of the next. */
const FEWEST = 2;

/** @param care how much more a yes counts than a no, as there are many more of these */
export function fit(examples: readonly Example[], care: number): Fitted {
  const counts = counted(examples);
  const order = examples.map(({ is, features }) => ({
    is,
    features: [...features].filter((feature) => (counts.get(feature) ?? 0) >= FEWEST),
  }));
  const weights = new Map<string, number>();
  const moved = new Map<string, number>();
  let [start, startMoved] = [-2, 1e-4];
  const shuffle = shuffler();
  const move = (feature: string, slope: number): void => {
    const soFar = (moved.get(feature) ?? 1e-4) + slope * slope;
    moved.set(feature, soFar);
    weights.set(feature, (weights.get(feature) ?? 0) - (STEP * slope) / Math.sqrt(soFar));
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(order);
    for (const { features, is } of order) {
      const size = 1 / Math.sqrt(features.length + 1);
      const sum = features.reduce((all, feature) => all + (weights.get(feature) ?? 0), 0);
      const error = (1 / (1 + Math.exp(-sum * size - start)) - Number(is)) * (is ? care : 1);
      startMoved += error * error;
      start -= (STEP * error) / Math.sqrt(startMoved);
      for (const feature of features) move(feature, error * size);
    }
  }
  return { start, weights };
}

function counted(examples: readonly Example[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of examples)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return counts;
}

/** Shuffles in place, the same way on every run. */
function shuffler(): (order: unknown[]) => void {
  let seed = 1;
  return (order) => {
    for (let last = order.length - 1; last > 0; last -= 1) {
      seed = (seed * 16_807) % 2_147_483_647;
      const other = seed % (last + 1);
      [order[last], order[other]] = [order[other], order[last]];
    }
  };
}
