/** The words of the set: how rare each is, and which one a misspelt word was meant to be. */
import { distance } from 'fastest-levenshtein';
import { termsOf, wordsOf } from './normalise';

export interface Vocabulary {
  /** Terms of a question, spelling mended; a word the set does not know stays as it is. */
  termsOf(text: string): readonly string[];
  /** Rarity: about 0 for a term in every passage; the highest for one the set does not know. */
  weight(term: string): number;
}

const SHORTEST_MENDED = 5;
const MOST_MENDS = 20_000;

/** @param passages the whole text of each passage */
export function createVocabulary(passages: readonly string[]): Vocabulary {
  const words = new Set(passages.flatMap(wordsOf).filter((word) => /^[a-z']+$/.test(word)));
  const counts = new Map<string, number>();
  for (const passage of passages) {
    for (const term of new Set(termsOf(passage))) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const weight = (term: string): number =>
    Math.log(
      1 + (passages.length - (counts.get(term) ?? 0) + 0.5) / ((counts.get(term) ?? 0) + 0.5),
    );
  const byLength = new Map<number, string[]>();
  for (const word of words) byLength.set(word.length, [...(byLength.get(word.length) ?? []), word]);
  const mended = new Map<string, string>();

  const mend = (word: string): string => {
    if (word.length < SHORTEST_MENDED || words.has(word) || !/^[a-z']+$/.test(word)) return word;
    // A plural or other form of a known word needs no mending.
    if (termsOf(word).every((term) => counts.has(term))) return word;
    const known = mended.get(word);
    if (known !== undefined) return known;
    const found = nearest(word, byLength);
    if (mended.size < MOST_MENDS) mended.set(word, found);
    return found;
  };

  return { termsOf: (text) => termsOf(text, mend), weight };
}

/** One slip in a short word, two in a long one; the first letter is nearly always right. */
function nearest(word: string, byLength: ReadonlyMap<number, readonly string[]>): string {
  const most = word.length >= 8 ? 2 : 1;
  let best = word;
  let fewest = most + 1;
  for (let length = word.length - most; length <= word.length + most; length += 1) {
    for (const candidate of byLength.get(length) ?? []) {
      if (candidate[0] !== word[0]) continue;
      const slips = distance(word, candidate);
      if (slips < fewest) [best, fewest] = [candidate, slips];
    }
  }
  return best;
}
