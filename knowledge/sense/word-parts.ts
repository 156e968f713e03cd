/** What of a text is looked at. */
import { inFull, termsOf, wordsOf } from '../words/normalise';
import kinds from './kinds.json';

const KINDS: ReadonlyMap<string, string> = new Map(
  Object.entries(kinds.kinds).flatMap(([kind, words]) =>
    words.split(' ').map((word) => [word.replaceAll("'", ''), kind] as const),
  ),
);

export interface WordsIn {
  /** As they were written, without apostrophes. */
  readonly raw: readonly string[];
  /** The same, put right, and abbreviations in full. */
  readonly words: readonly string[];
  readonly terms: readonly string[];
}

/** @param mend puts a misspelt word right */
export function wordsIn(text: string, mend?: (word: string) => string): WordsIn {
  const raw = wordsOf(text).map((word) => word.replaceAll("'", ''));
  return {
    raw,
    words: raw.flatMap((word) => inFull(word) ?? mend?.(word) ?? word),
    terms: termsOf(text, mend),
  };
}

/** What a word stands for, such as a country or a kitchen; undefined for most. */
export const kindOf = (word: string): string | undefined => KINDS.get(word);
