/**
 * Makes messages to learn from as people say them: a way of asking with what stands around it, so
 * that "I have been here eleven years and I love it", or "sorry if this is daft", is learned to be
 * about nothing, and for no desk. Run by the build.
 */
import asides from './asides.json';
import { createRandom, keyOf } from './random';
import told from './stories.json';

export interface Teller {
  /** What was written for a passage, without anything around it. */
  storiesOf(passage: string): readonly string[];
  /** Long messages that ask what these ask. Every clause and every other desk gets as many. */
  tell(passage: string, asks: readonly string[], stories: readonly string[]): string[];
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

/** Two tellers tell the same of the same passage, whatever the other passages are. */
export function createTeller(): Teller {
  const stories: ReadonlyMap<string, string> = new Map(Object.entries(told.stories));
  return {
    storiesOf: (passage) => {
      const story = stories.get(passage);
      return story === undefined ? [] : [story];
    },
    tell(passage, asks, own) {
      const random = createRandom(keyOf(passage));
      const among = (ask: string): string => {
        const around = Array.from({ length: 1 + Math.floor(random() * MOST_ASIDES) }, () =>
          anyOf(asides.asides, random),
        );
        around.splice(Math.floor(random() * (around.length + 1)), 0, ask);
        return around.join(' ');
      };
      return [
        ...Array.from({ length: Math.min(OF_ASKS, asks.length) }, () => among(anyOf(asks, random))),
        ...own.flatMap((story) => Array.from({ length: OF_EACH_STORY }, () => among(story))),
      ];
    },
    again: (lines) =>
      lines.flatMap((line) => {
        const random = createRandom(keyOf(line));
        if (random() * ONE_IN >= 1) return [];
        const where = random();
        const before = where < BEFORE_AND_AFTER ? anyOf(asides.before, random) : '';
        const after = where < ONLY_BEFORE ? '' : anyOf(asides.after, random);
        return [`${before} ${line} ${after}`];
      }),
  };
}

const anyOf = (lines: readonly string[], random: () => number): string =>
  lines[Math.floor(random() * lines.length)] ?? '';
