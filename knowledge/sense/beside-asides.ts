/**
 * Some lines once more, as people say them: "sorry if this is daft, can i carry leave over, thanks".
 * What is said beside a question must speak for no policy, and for no other desk.
 */
import asides from './asides.json';
import { featuresOf } from './features';
import { createRandom } from './random';

/** One line in so many is said again. */
const ONE_IN = 3;
const ONLY_BEFORE = 0.5;
const BEFORE_AND_AFTER = 0.75;

/** @returns a function that gives the features of what is said again of some lines; the same for the same calls */
export function createAsides(): (lines: readonly string[]) => Int32Array[] {
  const random = createRandom(23);
  const one = (of: readonly string[]): string => of[Math.floor(random() * of.length)] ?? '';
  return (lines) =>
    lines
      .filter(() => random() * ONE_IN < 1)
      .map((line) => {
        const where = random();
        const before = where < BEFORE_AND_AFTER ? one(asides.before) : '';
        const after = where < ONLY_BEFORE ? '' : one(asides.after);
        return featuresOf(`${before} ${line} ${after}`);
      });
}
