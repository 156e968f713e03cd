/**
 * From what staff write to the words that are searched: slang to policy terms, plain word
 * stems, no filler. One way for questions and for clauses, or nothing would meet.
 */
import stem from 'wink-porter2-stemmer';
import lexicon from './lexicon.json';
import spelling from './spelling.json';
import stopWords from './stop-words.json';

const STOP: ReadonlySet<string> = new Set(stopWords);
const WORD = /[a-z£%][a-z0-9£%&/'.]*|\d[\d.,]*/g;
/** A number says little by itself and much behind one of these: band 6 is not ward 6. */
const NUMBERED: ReadonlySet<string> = new Set(['band', 'section', 'option']);
/** Before one of these, that there is a number matters and which one does not: "been here 6 years". */
const COUNTED: ReadonlySet<string> = new Set(['year', 'month', 'week', 'day', 'hour']);
const NUMBER_WORDS: ReadonlySet<string> = new Set(lexicon.numberWords);
/** In "how does notice work" there is no work. */
const HOW_IT_WORKS = /\bhow do(?:es)? (.{3,40}?) work\b/gi;
/** Words spelt in a hurry, as they are meant. */
const SPELLING: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(spelling.words).map(([written, meant]) => [written, meant.split(' ')]),
);
const stems = new Map<string, string>();
const MOST_STEMS = 50_000;

interface Phrase {
  readonly said: readonly string[];
  readonly meant: readonly string[];
}

/** By first word, longest first. */
const PHRASES: ReadonlyMap<string, readonly Phrase[]> = phrasesByFirstWord();

/** Whoever cuts a text into words cuts it into terms next. */
let last: { readonly text: string; readonly words: readonly string[] } | undefined;

/** The words of a text in order, lower case, apostrophes straight, spelt out and trailing stops gone. */
export function wordsOf(text: string): readonly string[] {
  if (last?.text !== text) last = { text, words: cut(text) };
  return last.words;
}

function cut(text: string): readonly string[] {
  const plain = text.toLowerCase().replaceAll(/[‘’`]/g, "'").replaceAll(/[–—-]/g, ' ');
  return (plain.match(WORD) ?? []).flatMap((word) => {
    const bare = /[.,'/&]$/.test(word) ? word.replace(/[.,'/&]+$/, '') : word;
    return SPELLING.get(bare) ?? bare;
  });
}

/** Abbreviations have so few letters. */
const SHORT = 4;

/** "AL" in full; undefined for a word that is no abbreviation. */
export function inFull(word: string): readonly string[] | undefined {
  if (word.length > SHORT) return undefined;
  return PHRASES.get(word)?.find(({ said }) => said.length === 1)?.meant;
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
  const words = wordsOf(text.replace(HOW_IT_WORKS, '$1')).map((word) =>
    STOP.has(word) || PHRASES.has(word) ? word : mend(word),
  );
  for (let at = 0; at < words.length;) {
    const phrase = phraseAt(words, at);
    if (phrase === undefined) {
      addTerm(terms, words, at);
      at += 1;
    } else {
      terms.push(
        ...phrase.meant
          .filter((word) => !STOP.has(word))
          .map((word) => (isShape(word) ? word : stemOf(word))),
      );
      if (isNumber(words[at - 1])) addCounted(terms, phrase.meant[0]);
      at += phrase.said.length;
    }
  }
  return terms;
}

function addTerm(terms: string[], words: readonly string[], at: number): void {
  const word = words[at] ?? '';
  const before = words[at - 1];
  if (isNumber(word)) {
    if (before !== undefined && NUMBERED.has(before)) terms.push(`${before}${word}`);
    return;
  }
  if (word === '' || STOP.has(word)) return;
  terms.push(stemOf(word));
  if (isNumber(before)) addCounted(terms, word);
}

function addCounted(terms: string[], word: string | undefined): void {
  const unit = word === undefined ? '' : stemOf(word);
  if (COUNTED.has(unit)) terms.push(`#${unit}`);
}

/** A shape of a question (how many, how long …): it ranks, but a passage that has it alone has nothing. */
export const isShape = (term: string): boolean => term.startsWith('~');

const isNumber = (word: string | undefined): boolean =>
  word !== undefined && (/^\d/.test(word) || NUMBER_WORDS.has(word));

function phraseAt(words: readonly string[], at: number): Phrase | undefined {
  return PHRASES.get(words[at] ?? '')?.find(({ said }) =>
    said.every((word, index) => words[at + index] === word),
  );
}

function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const made = stem(word.replace(/'s?$/, '').replaceAll("'", ''));
  // Bounded, because words come from outside.
  if (stems.size < MOST_STEMS) stems.set(word, made);
  return made;
}

function phrasesByFirstWord(): ReadonlyMap<string, readonly Phrase[]> {
  const phrases = new Map<string, Phrase[]>();
  const entries = Object.entries(lexicon.phrases).map(([said, meant]) => ({
    said: said.split(' '),
    meant: meant.split(' '),
  }));
  for (const phrase of entries.toSorted((a, b) => b.said.length - a.said.length)) {
    const [first = ''] = phrase.said;
    phrases.set(first, [...(phrases.get(first) ?? []), phrase]);
  }
  return phrases;
}
