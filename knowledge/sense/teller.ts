/**
 * Makes messages to learn from as people say them: a way of asking with what stands around it, so
 * that "I have been here eleven years and I love it", or "sorry if this is daft", is learned to be
 * about nothing, and for no desk. Run by the build.
 */
import asides from './asides.json';
import { createRandom, keyOf } from './random';

export interface Teller {
  /** Long messages that ask what these ask. Every clause and every other desk gets as many. */
  tell(passage: string, asks: readonly string[]): string[];
  /** Some of the lines once more, with a few words before or after them. */
  again(lines: readonly string[]): string[];
}

/** So many are made of a passage's ways of asking. */
const MADE = 4;
const MOST_ASIDES = 4;
/** One line in so many is said again. */
const ONE_IN = 3;
const ONLY_BEFORE = 0.5;
const BEFORE_AND_AFTER = 0.75;

/** Two tellers tell the same of the same passage, whatever the other passages are. */
export function createTeller(): Teller {
  return {
    tell(passage, asks) {
      const random = createRandom(keyOf(passage));
      const among = (ask: string): string => {
        const around = Array.from({ length: 1 + Math.floor(random() * MOST_ASIDES) }, () =>
          anyOf(asides.asides, random),
        );
        around.splice(Math.floor(random() * (around.length + 1)), 0, ask);
        return around.join(' ');
      };
      return Array.from({ length: Math.min(MADE, asks.length) }, () => among(anyOf(asks, random)));
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
