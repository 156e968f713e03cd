/**
 * A second listener beside the rules: weighs the words of a message by what was learnt from
 * sentences (`weights.json`, made by `npm run sensitive:learn`), and adds what the ear hears in
 * them. Adding up is all it does; the message goes nowhere.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { learntFile } from './learnt-file';
import { listenTo } from './ear';
import { featuresOf } from './features';

/** Which sum a weight goes into. */
export const SUMS = [
  'alarm',
  'life',
  'domestic-abuse',
  'sexual',
  'discrimination',
  'violence',
  'bullying',
  'wrongdoing',
] as const;
export type Sum = (typeof SUMS)[number];
const ABOUT = SUMS.slice(2) as readonly Exclude<Sum, 'alarm' | 'life'>[]; // the first two are named above

const Weights = z.strictObject({
  /** In the order of the sums. */
  start: z.array(z.number()).length(SUMS.length),
  /** Above it, a message is taken for one that needs people first. */
  threshold: z.number(),
  /** By feature, in the order of the sums; zeros at the end left out. */
  features: z.record(z.string(), z.array(z.number())),
});

interface Known {
  readonly start: readonly number[];
  readonly threshold: number;
  readonly byFeature: ReadonlyMap<string, readonly number[]>;
}

let known: Known | undefined;

/** Read with the first message (after the start, by the warm-up): it is a long list. */
function readWeights(): Known {
  if (known === undefined) {
    const file = learntFile('weights.json');
    const { features, ...rest } = Weights.parse(JSON.parse(readFileSync(file, 'utf8')));
    known = { ...rest, byFeature: new Map(Object.entries(features)) };
  }
  return known;
}

export interface Score {
  /** Above 0: needs people first. */
  readonly alarm: number;
  /** Above 0: rather a life at risk than something that happened. */
  readonly life: number;
  readonly about: (typeof ABOUT)[number];
}

/** @param said normalised: see normalise.ts */
export function scoreOf(said: string): Score {
  const { byFeature, start, threshold } = readWeights();
  const features = featuresOf(said);
  const sums = SUMS.map(() => 0);
  for (const feature of features) {
    const weights = byFeature.get(feature);
    if (weights === undefined) continue;
    for (let index = 0; index < weights.length; index += 1)
      sums[index] = (sums[index] ?? 0) + (weights[index] ?? 0);
  }
  // Long messages have many words: their sums are brought down to the size of short ones.
  const size = Math.sqrt(features.size + 1);
  const sumOf = (sum: Sum): number => {
    const index = SUMS.indexOf(sum);
    return (sums[index] ?? 0) / size + (start[index] ?? 0);
  };
  const about = ABOUT.reduce((best, each) => (sumOf(each) > sumOf(best) ? each : best));
  const heard = listenTo(said);
  return {
    alarm: sumOf('alarm') + heard.alarm - threshold,
    life: sumOf('life') + heard.life,
    about,
  };
}
