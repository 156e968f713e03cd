/**
 * Makes messages to learn from as people say them: a way of asking with what stands around it, so
 * that "I have been here eleven years and I love it", or "sorry if this is daft", is learned to be
 * about nothing, and for no desk. Run by the build.
 */
import asides from './asides.json';
import { createRandom } from './random';
import told from './stories.json';

export interface Teller {
  /** What was written for a passage, without anything around it. */
  storiesOf(passage: string): readonly string[];
  /** Long messages that ask what these ask. Every clause and every other desk gets as many. */
  tell(asks: readonly string[], stories: readonly string[]): string[];
  /** Some of the lines once more, with a few words before or after them. */
  again(lines: readonly string[]): string[];
}

/** So many are made of a passage's ways of asking … */
const OF_ASKS = 4;
/** … and so many of each story. */
const OF_EACH_STORY = 2;
const MOST_ASIDES = 4;
/** One line in so many is said again. */
const ONE_IN = 3;
const ONLY_BEFORE = 0.5;
const BEFORE_AND_AFTER = 0.75;

/** Two tellers tell the same, if they are asked for the same in the same order. */
export function createTeller(): Teller {
  const [random, chance] = [createRandom(23), createRandom(23)];
  const stories: ReadonlyMap<string, string> = new Map(Object.entries(told.stories));
  const anyOf = (lines: readonly string[], by = random): string =>
    lines[Math.floor(by() * lines.length)] ?? '';
  const among = (ask: string): string => {
    const around = Array.from({ length: 1 + Math.floor(random() * MOST_ASIDES) }, () =>
      anyOf(asides.asides),
    );
    around.splice(Math.floor(random() * (around.length + 1)), 0, ask);
    return around.join(' ');
  };
  return {
    storiesOf: (passage) => {
      const story = stories.get(passage);
      return story === undefined ? [] : [story];
    },
    tell: (asks, own) => [
      ...Array.from({ length: Math.min(OF_ASKS, asks.length) }, () => among(anyOf(asks))),
      ...own.flatMap((story) => Array.from({ length: OF_EACH_STORY }, () => among(story))),
    ],
    again: (lines) =>
      lines
        .filter(() => chance() * ONE_IN < 1)
        .map((line) => {
          const where = chance();
          const before = where < BEFORE_AND_AFTER ? anyOf(asides.before, chance) : '';
          const after = where < ONLY_BEFORE ? '' : anyOf(asides.after, chance);
          return `${before} ${line} ${after}`;
        }),
  };
}
