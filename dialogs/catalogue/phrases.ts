/**
 * Phrases of the catalogue, made into patterns over plain text.
 *
 * The notation: plain words; `a|b` one of the words; `word?` may be missing; `{group}` one of a
 * list in `catalogue/words/groups.json`; `{when}` a run of day words; `{number}`; `…2` up to two
 * words of any kind; `^` the start of a clause; `!word` that the word does not come next.
 */
import dayWords from './words/day-words.json';
import groups from './words/groups.json';

const GROUPS: Readonly<Record<string, readonly string[]>> = groups;

/** Every word is followed by one space, so that phrases end where words end. */
const word = (pattern: string) => `(?:${pattern}) `;

const NUMBER = String.raw`\d{1,3}(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty`;
const DIGIT_DAY = String.raw`\d{1,2}(?:st|nd|rd|th)|\d{1,2}/\d{1,2}(?:/\d{2,4})?|20\d\d-\d\d-\d\d`;
const ANCHOR = [DIGIT_DAY, ...dayWords.months, ...dayWords.weekdays, ...dayWords.spans]
  .concat(dayWords.certain)
  .join('|');
const BETWEEN = [...dayWords.between, String.raw`\d{1,4}`].join('|');
const WHEN = `(?:${word(BETWEEN)}){0,10}${word(ANCHOR)}(?:${word(`${BETWEEN}|${ANCHOR}`)}){0,14}`;

const compiled = new Map<string, RegExp>();

/** Whether the phrase occurs; where it does, the index at which it begins. */
export function findPhrase(phrase: string, plainText: string): number | undefined {
  return matchOf(phrase, plainText)?.index;
}

/** The words by which the phrase was said. */
export function wordsOfPhrase(phrase: string, plainText: string): string | undefined {
  return matchOf(phrase, plainText)?.[0].trim();
}

function matchOf(phrase: string, plainText: string): RegExpExecArray | null {
  let pattern = compiled.get(phrase);
  if (pattern === undefined) {
    pattern = compilePhrase(phrase);
    compiled.set(phrase, pattern);
  }
  return pattern.exec(`${plainText} `);
}

export function hasPhrase(phrase: string, plainText: string): boolean {
  return findPhrase(phrase, plainText) !== undefined;
}

/** For each word a pattern of the phrases of a list that need it; '' for those that need none. */
type ByWord = ReadonlyMap<string, () => RegExp>;

const lists = new WeakMap<readonly string[], ByWord>();

/** Whether any of them occurs. Only those are looked for of which a needed word was said. */
export function hasAnyPhrase(phrases: readonly string[], plainText: string): boolean {
  let byWord = lists.get(phrases);
  if (byWord === undefined) {
    byWord = byNeededWord(phrases);
    lists.set(phrases, byWord);
  }
  const { text, words } = saidIn(plainText);
  return words.some((word) => byWord.get(word)?.().test(text) === true);
}

/**
 * Looks for the phrases of many lists at once: most lists have no phrase that needs a word of the
 * message, and those cost nothing.
 *
 * @returns finds the keys of the lists of which a phrase occurs
 */
export function phraseFinder<Key>(
  phrasesOf: ReadonlyMap<Key, readonly string[]>,
): (plainText: string) => ReadonlySet<Key> {
  let needing: Needing<Key> | undefined;
  return (plainText) => {
    needing ??= listsByNeededWord(phrasesOf);
    const { text, words } = saidIn(plainText);
    const found = new Set<Key>();
    for (const word of words)
      for (const { key, pattern } of needing.get(word) ?? [])
        if (!found.has(key) && pattern().test(text)) found.add(key);
    return found;
  };
}

type Needing<Key> = ReadonlyMap<string, readonly { key: Key; pattern: () => RegExp }[]>;

function listsByNeededWord<Key>(phrasesOf: ReadonlyMap<Key, readonly string[]>): Needing<Key> {
  const needing = new Map<string, { key: Key; pattern: () => RegExp }[]>();
  for (const [key, phrases] of phrasesOf)
    for (const [word, pattern] of byNeededWord(phrases))
      needing.set(word, [...(needing.get(word) ?? []), { key, pattern }]);
  return needing;
}

interface Said {
  readonly plainText: string;
  readonly text: string;
  /** The different words, and '' for the phrases that need none. */
  readonly words: readonly string[];
}

let lastSaid: Said | undefined;

/** Cut into words once: a message is held against some fifty lists. */
function saidIn(plainText: string): Said {
  if (lastSaid?.plainText !== plainText)
    lastSaid = {
      plainText,
      text: `${plainText} `,
      words: [...new Set(['', ...plainText.split(' ')])],
    };
  return lastSaid;
}

/** Each pattern is made when its word is first said: most never are. */
function byNeededWord(phrases: readonly string[]): ByWord {
  const parts = phrases.map(neededByParts);
  const counts = new Map<string, number>();
  for (const word of parts.flat(2)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const needing = new Map<string, string[]>();
  for (const [index, phrase] of phrases.entries())
    for (const needed of rarest(parts[index] ?? [], counts) ?? [''])
      needing.set(needed, [...(needing.get(needed) ?? []), phrase]);
  return new Map([...needing].map(([word, those]) => [word, lazily(those)]));
}

function lazily(phrases: readonly string[]): () => RegExp {
  let made: RegExp | undefined;
  return () => (made ??= new RegExp(phrases.map(sourceOf).join('|')));
}

/** What is in few phrases is seldom said, and few are tried when it is. */
function rarest(
  parts: readonly (readonly string[])[],
  counts: ReadonlyMap<string, number>,
): readonly string[] | undefined {
  const often = (words: readonly string[]): number =>
    words.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0);
  return parts.toSorted((a, b) => often(a) - often(b))[0];
}

/** For each part of a phrase that cannot be missing: the words one of which must have been said. */
function neededByParts(phrase: string): readonly (readonly string[])[] {
  return phrase
    .split(' ')
    .filter((part) => part !== '^')
    .flatMap((part) => {
      const words = neededByPart(part);
      return words === undefined ? [] : [words];
    });
}

/** The fewest words one of which must have been said where the phrase occurs. */
const fewestWords = (phrase: string): readonly string[] | undefined =>
  neededByParts(phrase).toSorted((a, b) => a.length - b.length)[0];

function neededByPart(part: string): readonly string[] | undefined {
  if (/^[…!]|\?$/.test(part) || part === '{when}' || part === '{number}') return undefined;
  return part.startsWith('{') ? neededByGroup(part.slice(1, -1)) : part.split('|');
}

const groupNeeds = new Map<string, readonly string[] | undefined>();

function neededByGroup(name: string): readonly string[] | undefined {
  if (!groupNeeds.has(name)) {
    const each = groupOf(name).map(fewestWords);
    groupNeeds.set(name, each.every((words) => words !== undefined) ? each.flat() : undefined);
  }
  return groupNeeds.get(name);
}

/** @throws where the phrase names a group that does not exist. */
export function compilePhrase(phrase: string): RegExp {
  return new RegExp(sourceOf(phrase));
}

function sourceOf(phrase: string): string {
  return phrase.startsWith('^ ') ? `^${elements(phrase.slice(2))}` : `(?<=^| )${elements(phrase)}`;
}

function elements(phrase: string): string {
  return phrase.split(' ').map(element).join('');
}

function element(part: string): string {
  if (part === '{when}') return WHEN;
  if (part === '{number}') return word(NUMBER);
  if (part.startsWith('…')) return `(?:\\S+ ){0,${part.slice(1) === '' ? '4' : part.slice(1)}}?`;
  if (part.startsWith('{')) return group(part.slice(1, -1));
  if (part.startsWith('!')) return `(?!${word(escaped(part.slice(1)))})`;
  if (part.endsWith('?')) return `(?:${word(escaped(part.slice(0, -1)))})?`;
  return word(escaped(part));
}

const groupSources = new Map<string, string>();

/** Made once: hundreds of phrases name the same groups, and groups name each other. */
function group(name: string): string {
  let source = groupSources.get(name);
  if (source === undefined) {
    const longestFirst = [...groupOf(name)].sort((a, b) => b.length - a.length);
    source = `(?:${longestFirst.map(elements).join('|')})`;
    groupSources.set(name, source);
  }
  return source;
}

function groupOf(name: string): readonly string[] {
  const list = GROUPS[name];
  if (list === undefined)
    throw new Error(
      `A phrase names the group {${name}}, which catalogue/words/groups.json does not have.`,
    );
  return list;
}

/** `|` keeps its meaning; nothing else has one. */
function escaped(text: string): string {
  return text.replace(/[.*+?^${}()[\]\\]/g, '\\$&');
}
