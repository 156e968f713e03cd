/**
 * From what staff write to the words that are searched: slang to policy terms, plain word
 * stems, no filler. One way for questions and for clauses, or nothing would meet.
 */
import stem from 'wink-porter2-stemmer';
import lexicon from './lexicon.json';
import stopWords from './stop-words.json';

const STOP: ReadonlySet<string> = new Set(stopWords);
const PHRASES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(lexicon.phrases).map(([said, meant]) => [said, meant.split(' ')]),
);
const LONGEST_PHRASE = 4;
const WORD = /[a-z0-9£%][a-z0-9£%&/'.]*/g;
const stems = new Map<string, string>();
const MOST_STEMS = 50_000;

/** The words of a text in order, lower case, apostrophes straight and trailing stops gone. */
export function wordsOf(text: string): readonly string[] {
  const plain = text.toLowerCase().replaceAll(/[‘’`]/g, "'").replaceAll(/[–—-]/g, ' ');
  return (plain.match(WORD) ?? [])
    .map((word) => word.replace(/[.'/&]+$/, ''))
    .filter((word) => word !== '');
}

/**
 * Stemmed search terms of a text, in order, with repeats. Empty for a text of filler alone.
 * @param mend puts a misspelt word right, before slang is looked up
 */
export function termsOf(
  text: string,
  mend: (word: string) => string = (word) => word,
): readonly string[] {
  const terms: string[] = [];
  const words = wordsOf(text).map((word) =>
    STOP.has(word) || PHRASES.has(word) ? word : mend(word),
  );
  for (let at = 0; at < words.length;) {
    const [meant, length] = longestPhrase(words, at);
    for (const word of meant) if (!STOP.has(word)) terms.push(stemOf(word));
    at += length;
  }
  return terms;
}

function longestPhrase(words: readonly string[], at: number): readonly [readonly string[], number] {
  for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length -= 1) {
    const meant = PHRASES.get(words.slice(at, at + length).join(' '));
    if (meant !== undefined) return [meant, length];
  }
  return [[words[at] ?? ''], 1];
}

function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const made = stem(word.replace(/'s?$/, '').replaceAll("'", ''));
  // Bounded, because words come from outside.
  if (stems.size < MOST_STEMS) stems.set(word, made);
  return made;
}
