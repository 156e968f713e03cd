/**
 * A second listener beside the rules: weighs the words of a message by what was learnt from
 * sentences (`weights.json`, made by `npm run sensitive:learn`), and adds what the ear hears in
 * them. Adding up is all it does; the message goes nowhere.
 */
import { readFileSync } from 'node:fs';
import { learntFile } from './learnt-file';
import { listenTo } from './ear';
import { featuresOf } from './features';
import { readWeights, type Weights } from './weights-file';

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

let known: Weights | undefined;

/** Read with the first message (after the start, by the warm-up): it is a long list. */
function weights(): Weights {
  known ??= readWeights(readFileSync(learntFile('weights.json'), 'utf8'));
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
  const { rowOf, rows, start, threshold } = weights();
  const features = featuresOf(said);
  const sums = SUMS.map(() => 0);
  for (const feature of features) {
    const row = rowOf.get(feature);
    if (row === undefined) continue;
    for (let index = 0; index < SUMS.length; index += 1)
      sums[index] = (sums[index] ?? 0) + (rows[row * SUMS.length + index] ?? 0);
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
