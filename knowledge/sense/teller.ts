/**
 * Makes long messages to learn from: a way of asking with what people say around it, so that the
 * words of "I have been here eleven years and I love it" are learned to be about nothing. Every
 * clause and every other desk gets as many. Run by the build.
 */
import asides from './asides.json';
import { createRandom } from './random';
import told from './stories.json';

export interface Teller {
  /** What was written for a passage, without anything around it. */
  storiesOf(passage: string): readonly string[];
  /** Long messages that ask what these ask. */
  tell(asks: readonly string[], stories: readonly string[]): string[];
}

/** So many are made of a passage's ways of asking … */
const OF_ASKS = 4;
/** … and so many of each story. */
const OF_EACH_STORY = 2;
const MOST_ASIDES = 4;

/** Two tellers tell the same, if they are asked for the same in the same order. */
export function createTeller(): Teller {
  const random = createRandom(23);
  const stories: ReadonlyMap<string, string> = new Map(Object.entries(told.stories));
  const anyOf = (lines: readonly string[]): string =>
    lines[Math.floor(random() * lines.length)] ?? '';
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
  };
}
