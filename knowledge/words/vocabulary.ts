/** The words of the set: how rare each is, and which one a misspelt word was meant to be. */
import { distance } from 'fastest-levenshtein';
import { termsOf, wordsOf } from './normalise';

export interface Vocabulary {
  /**
   * Terms of a question, spelling mended; a word the set does not know stays as it is. The same
   * list for the same text, while that is looked at: several rooms ask for it.
   */
  termsOf(text: string): readonly string[];
  /** A misspelt word as it was meant; any other as it is. */
  mend(word: string): string;
  /** The different terms of a line of the set itself. */
  termsOfLine(line: string): ReadonlySet<string>;
  knows(term: string): boolean;
  /** Rarity: about 0 for a term in every passage; the highest for one the set does not know. */
  weight(term: string): number;
}

const SHORTEST_MENDED = 4;
/** A shorter word is mended only where a letter was left out or two were swapped: it may be a name. */
const LONG_ENOUGH_FOR_ANY_SLIP = 5;
const MOST_MENDS = 20_000;
/** A message is looked at in up to four ways. */
const RECENT = 8;

/**
 * @param passages the lines of each passage
 * @param known the terms of lines that were cut before
 * @param counted how often each word stands in the lines, where they were counted before
 */
export function createVocabulary(
  passages: readonly (readonly string[])[],
  known: Readonly<Record<string, readonly string[]>> = {},
  counted?: Readonly<Record<string, number>>,
): Vocabulary {
  const lines = new Map<string, ReadonlySet<string>>();
  const termsOfLine = (line: string): ReadonlySet<string> => {
    const before = lines.get(line);
    if (before !== undefined) return before;
    const terms = new Set(known[line] ?? termsOf(line));
    lines.set(line, terms);
    return terms;
  };
  const counts = new Map<string, number>();
  for (const passage of passages) {
    const terms = new Set<string>();
    for (const line of passage) for (const term of termsOfLine(line)) terms.add(term);
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const rarity = (count: number): number =>
    Math.log(1 + (passages.length - count + 0.5) / (count + 0.5));
  const weights = new Map([...counts].map(([term, count]) => [term, rarity(count)]));
  const unknown = rarity(0);
  const mend = mender(new Map(Object.entries(counted ?? countWords(passages.flat()))), counts);
  return {
    termsOf: remembering((text) => termsOf(text, mend), RECENT),
    mend,
    termsOfLine,
    knows: (term) => counts.has(term),
    weight: (term) => weights.get(term) ?? unknown,
  };
}

/** How often each word stands in the lines: of two words that may be meant, the commoner is. */
export function countWords(lines: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const word of lines.flatMap(wordsOf)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Object.fromEntries(counts);
}

/** @param most so many results are kept; of more, the oldest goes */
function remembering<T>(work: (text: string) => T, most: number): (text: string) => T {
  const recent = new Map<string, T>();
  return (text) => {
    const known = recent.get(text);
    if (known !== undefined) return known;
    const made = work(text);
    const [oldest] = recent.keys();
    if (recent.size >= most && oldest !== undefined) recent.delete(oldest);
    recent.set(text, made);
    return made;
  };
}

function mender(
  words: ReadonlyMap<string, number>,
  counts: ReadonlyMap<string, number>,
): (word: string) => string {
  const alike = new Map<string, string[]>();
  for (const word of words.keys()) {
    if (!/^[a-z']+$/.test(word)) continue;
    const own = alike.get(shelf(word.charAt(0), word.length));
    if (own === undefined) alike.set(shelf(word.charAt(0), word.length), [word]);
    else own.push(word);
  }
  const mended = new Map<string, string>();
  return (word) => {
    if (word.length < SHORTEST_MENDED || words.has(word) || !/^[a-z']+$/.test(word)) return word;
    // A plural or other form of a known word needs no mending.
    if (termsOf(word).every((term) => counts.has(term))) return word;
    const known = mended.get(word);
    if (known !== undefined) return known;
    const found = nearest(word, alike, words);
    if (mended.size < MOST_MENDS) mended.set(word, found);
    return found;
  };
}

/** Words that could be slips of one another stand together: same first letter, same length. */
const shelf = (first: string, length: number): string => `${first}${length}`;

/** The commonest word that is one slip away; the first letter is nearly always right. */
function nearest(
  word: string,
  alike: ReadonlyMap<string, readonly string[]>,
  counts: ReadonlyMap<string, number>,
): string {
  const found = [word.length, word.length + 1, word.length - 1]
    .flatMap((length) => alike.get(shelf(word.charAt(0), length)) ?? [])
    .filter((candidate) => isLikely(word, candidate) && oneSlip(word, candidate));
  return found.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0] ?? word;
}

const isLikely = (word: string, candidate: string): boolean =>
  word.length >= LONG_ENOUGH_FOR_ANY_SLIP ||
  candidate.length > word.length ||
  (candidate.length === word.length && sorted(word) === sorted(candidate));

function oneSlip(word: string, candidate: string): boolean {
  const slips = distance(word, candidate);
  return (
    slips === 1 ||
    (slips === 2 && word.length === candidate.length && sorted(word) === sorted(candidate))
  );
}

const sorted = (word: string): string => Array.from(word).sort().join('');
