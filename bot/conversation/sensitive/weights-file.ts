/**
 * `learnt/weights.json`: a hundred thousand rows of small numbers. As one line of names and one of
 * bytes they are read in a blink; as rows of text each start would wait for them.
 */
import { z } from 'zod';

const File = z.strictObject({
  /** One for each column. */
  start: z.array(z.number()),
  /** Above it, a message is taken for one that needs people first. */
  threshold: z.number(),
  /** The names of the rows, one to a line. */
  features: z.string(),
  /** Row after row, in hundredths: two bytes a number, the low one first; base64. */
  rows: z.string(),
});

const HUNDREDTHS = 100;
const MOST = 32_767 / HUNDREDTHS;

export interface Weights {
  readonly start: readonly number[];
  readonly threshold: number;
  /** Which row a feature has; a row is as long as `start`. */
  readonly rowOf: ReadonlyMap<string, number>;
  readonly rows: Float32Array;
}

/** @throws Error where it is not such a file, or half of one */
export function readWeights(text: string): Weights {
  const { start, threshold, features, rows } = File.parse(JSON.parse(text));
  const rowOf = new Map(features.split('\n').map((feature, row) => [feature, row]));
  const bytes = Buffer.from(rows, 'base64');
  if (bytes.length !== 2 * rowOf.size * start.length)
    throw new Error(
      `The learnt weights are damaged: ${rowOf.size} features of ${start.length} numbers, but ${bytes.length} bytes. Run "npm run sensitive:learn", or take the file from the repository again.`,
    );
  return {
    start,
    threshold,
    rowOf,
    rows: numbersIn(bytes),
  };
}

/** One number after the other by a plain loop: there are a million, and each start waits for them. */
function numbersIn(bytes: Buffer): Float32Array {
  const numbers = new Float32Array(bytes.length / 2);
  for (let at = 0; at < numbers.length; at += 1)
    numbers[at] = bytes.readInt16LE(2 * at) / HUNDREDTHS;
  return numbers;
}

/**
 * @param features the numbers of each, as many as `start` has; kept to a hundredth
 * @throws RangeError for a number that does not fit
 */
export function writeWeights(
  sums: { readonly start: readonly number[]; readonly threshold: number },
  features: ReadonlyMap<string, readonly number[]>,
): string {
  const numbers = [...features.values()].flat();
  const bytes = Buffer.alloc(2 * numbers.length);
  for (const [at, number] of numbers.entries()) {
    if (Math.abs(number) > MOST) throw new RangeError(`A weight of ${number} is above ${MOST}.`);
    bytes.writeInt16LE(Math.round(number * HUNDREDTHS), 2 * at);
  }
  const file: z.infer<typeof File> = {
    start: [...sums.start],
    threshold: sums.threshold,
    features: [...features.keys()].join('\n'),
    rows: bytes.toString('base64'),
  };
  return `${JSON.stringify(file)}\n`;
}
