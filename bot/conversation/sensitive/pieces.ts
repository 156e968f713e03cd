/** The pieces of a long message: its sentences, and stretches of those that never stop. */

/** In words: what is shorter is listened to as a whole. */
const LONG = 30;
const STRETCH = 18;
const EVERY = 9;
/** What has fewer words says too little alone. */
export const FEWEST = 3;

/** @param said normalised: see normalise.ts */
export function piecesOf(said: string): readonly string[] {
  if (said.split(' ').length <= LONG) return [];
  return said
    .replace(/ \.$/, '')
    .split(' . ')
    .flatMap((sentence) => {
      const words = sentence.split(' ');
      if (words.length < FEWEST) return [];
      if (words.length <= LONG) return [sentence];
      const stretches = Math.ceil((words.length - STRETCH) / EVERY) + 1;
      return Array.from({ length: stretches }, (_, index) =>
        words.slice(index * EVERY, index * EVERY + STRETCH).join(' '),
      );
    });
}
