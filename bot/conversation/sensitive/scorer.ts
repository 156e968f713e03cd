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

const File = z.strictObject({
  /** In the order of the sums. */
  start: z.array(z.number()).length(SUMS.length),
  /** Above it, a message is taken for one that needs people first. */
  threshold: z.number(),
  /** One to a line. */
  features: z.string(),
  /** For each feature a number to each sum, in hundredths; two bytes a number, base64. */
  rows: z.string(),
});
const HUNDREDTHS = 100;

interface Weights {
  readonly start: readonly number[];
  readonly threshold: number;
  readonly rowOf: ReadonlyMap<string, number>;
  /** By feature and sum, in hundredths. */
  readonly rows: Int16Array;
}

let known: Weights | undefined;

/** Read with the first message (after the start, by the warm-up): it is a long list. */
function readWeights(): Weights {
  known ??= weightsIn(readFileSync(learntFile('weights.json'), 'utf8'));
  return known;
}

function weightsIn(text: string): Weights {
  const { features, rows, ...rest } = File.parse(JSON.parse(text));
  const rowOf = new Map(features.split('\n').map((feature, row) => [feature, row]));
  return {
    ...rest,
    rowOf,
    rows: new Int16Array(Uint8Array.from(Buffer.from(rows, 'base64')).buffer),
  };
}

/** What `weights.json` says, of what was learnt. @param features with a weight for each sum */
export function weightsFile(
  sums: { readonly start: readonly number[]; readonly threshold: number },
  features: ReadonlyMap<string, readonly number[]>,
): string {
  const rows = Int16Array.from([...features.values()].flat(), (weight) =>
    Math.round(weight * HUNDREDTHS),
  );
  const file: z.infer<typeof File> = {
    start: [...sums.start],
    threshold: sums.threshold,
    features: [...features.keys()].join('\n'),
    rows: Buffer.from(rows.buffer).toString('base64'),
  };
  return `${JSON.stringify(file)}\n`;
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
  const { rowOf, rows, start, threshold } = readWeights();
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
    return (sums[index] ?? 0) / HUNDREDTHS / size + (start[index] ?? 0);
  };
  const about = ABOUT.reduce((best, each) => (sumOf(each) > sumOf(best) ? each : best));
  const heard = listenTo(said);
  return {
    alarm: sumOf('alarm') + heard.alarm - threshold,
    life: sumOf('life') + heard.life,
    about,
  };
}
