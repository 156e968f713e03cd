/** What a piece of text claims, in a form in which two texts can be compared. */
import stem from 'wink-porter2-stemmer';
import { wordsOf } from '../words/normalise';
import words from './claim-words.json';
import { figuresOf } from './figures';

export interface Claims {
  readonly figures: readonly string[];
  /** Two figures joined by "or": neither may stand alone. */
  readonly choice: boolean;
  /** What each "not" is about: the next word that carries meaning. */
  readonly negated: readonly string[];
  /** Something is set against something else, so the order of words is the meaning. */
  readonly compares: boolean;
  /** Which kinds of duty, permission, condition and order in time are said. */
  readonly same: ReadonlyMap<string, number>;
  readonly within: ReadonlySet<string>;
  /** Who acts, in order, each once. */
  readonly actors: readonly string[];
  /** Stems of the words that carry meaning. */
  readonly stems: readonly string[];
  readonly imperative: boolean;
  /** Part of a sentence that only sets the scene, such as "in your second year". */
  readonly scene: boolean;
}

const wholeWords = (list: readonly string[]): RegExp =>
  new RegExp(`\\b(?:${list.map((word) => word.replaceAll(' ', '\\s+')).join('|')})\\b`, 'g');
const classes = (table: Readonly<Record<string, string | readonly string[]>>): [string, RegExp][] =>
  Object.entries(table).flatMap(
    ([name, list]) =>
      typeof list === 'string' ? [] : [[name, wholeWords(list)] as [string, RegExp]], // a pair, not a list
  );
const SAME = classes(words.same);
const WITHIN = classes(words.within);
const ACTORS = classes(words.actors);
const NEGATORS = wholeWords(words.negators);
const NOT_NEGATION = wholeWords(words.notNegation);
/** A contract named as the reason for a rule does not act. */
const GROUNDS = /\b(?:under|in|by) (?:your |the |an? )?(?:nhs )?contract\b/g;
const VERBS = wholeWords(words.verbs);
const SILENT: ReadonlySet<string> = new Set([
  ...words.silent,
  ...words.negators,
  ...Object.values({ ...words.same, ...words.within })
    .flat()
    .flatMap((said) => said.split(' ')),
]);
const SYNONYMS: ReadonlyMap<string, string> = new Map(Object.entries(words.synonyms));
const IMPERATIVES: ReadonlySet<string> = new Set(words.imperatives);
const PRONOUN_ACTS =
  /\b(?:it|they)\s+(?:can|could|may|might|must|should|will|would|has|have|had|do|does|need|decide)/;

/** Stands for whoever "it" or "they" is, where nobody has been named. */
export const UNNAMED = 'unnamed';

/** @param meant who "it" or "they" is, where the text names nobody but you */
export function claimsOf(text: string, meant = UNNAMED): Claims {
  const { keys, rest: left } = figuresOf(text);
  const rest = spellOut(left);
  const imperative = IMPERATIVES.has(wordsOf(rest)[0] ?? '');
  return {
    figures: keys,
    choice: /#[^#.;]*\bor\b[^#.;]*#/.test(rest),
    negated: negatedIn(rest.replace(NOT_NEGATION, ' ')),
    compares: /\bthan\b/.test(rest),
    same: new Map(SAME.map(([name, said]) => [name, rest.match(said)?.length ?? 0])),
    within: new Set(WITHIN.filter(([, said]) => rest.search(said) >= 0).map(([name]) => name)),
    actors: actorsOf(ruleFirst(imperative ? `you ${rest}` : rest).replace(GROUNDS, ' '), meant),
    stems: stemsOf(rest),
    imperative,
    scene: keys.length === 0 && !imperative && rest.search(VERBS) < 0,
  };
}

export function stemsOf(text: string): readonly string[] {
  return wordsOf(text)
    .filter((word) => !SILENT.has(word) && word !== '#')
    .map((word) => word.replace(/'s?$/, ''))
    .map((word) => stem(SYNONYMS.get(word) ?? word));
}

/** The short forms written out, so that "can't" is "can" and "not". */
const spellOut = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/\bcan't\b|\bcannot\b/g, 'can not')
    .replaceAll(/\bwon't\b/g, 'will not')
    .replaceAll(/n't\b/g, ' not');

/** "If she agrees, you can" and "you can, if she agrees" are one rule. */
const ruleFirst = (text: string): string =>
  text.replace(/^((?:if|when|once|unless|as soon as)\b[^,]*),\s*(.*)$/, '$2 $1');

function negatedIn(rest: string): readonly string[] {
  return [...rest.matchAll(NEGATORS)]
    .map(({ index, 0: word }) => stemsOf(rest.slice(index + word.length))[0] ?? '')
    .sort();
}

function actorsOf(text: string, meant: string): readonly string[] {
  const found = ACTORS.flatMap(([actor, said]) => {
    const at = text.search(said);
    return at < 0 ? [] : [{ actor, at }];
  });
  const pronoun = text.search(PRONOUN_ACTS);
  if (pronoun >= 0 && found.every(({ actor }) => actor === 'you'))
    found.push({ actor: meant, at: pronoun });
  return found.sort((a, b) => a.at - b.at).map(({ actor }) => actor);
}
