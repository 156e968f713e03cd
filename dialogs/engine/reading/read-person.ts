/** Somebody of the asker's own team. Nobody else is ever found, whether or not they exist. */
import notNames from '../../catalogue/words/not-names.json';
import { listed, type Asker, type Report } from '../asker';
import { strangerIn } from '../names-as-tokens';
import { plain } from '../plain';
import { asWritten } from './as-written';
import { isNear } from './is-near';
import { readName } from './read-name';
import type { Problem } from './reading';

export type PersonRead =
  | { readonly kind: 'report'; readonly report: Report }
  /** Where the directory knows no team, people are taken as said. */
  | { readonly kind: 'as-said'; readonly name: string }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly among: readonly Report[] };

const NOT_NAMES = new Set(notNames);
const PREFACE =
  /^(?:(?:its|it is|for|that would be|thats|the person is|i mean|i meant|no|sorry|actually|wrong person|called|named|change it to|make it) )+/;

/** "The car park pass" is not for Jin Park. */
const PLACES = /\bcar parks?\b ?/g;

/**
 * @param said the words, plain.
 * @param text the words as they were said, for names that are kept so.
 */
export function readPerson(
  said: string,
  text: string,
  asker: Asker,
  asked: boolean,
): PersonRead | undefined {
  if (asker.reports.length === 0) return asSaid(said, text, asked);
  const words = said.replace(PREFACE, '').replace(PLACES, '').split(' ');
  const found = bestMatches(words, asker.reports, asked);
  const [report] = found;
  const among = listed(asker.reports);
  if (report === undefined) return unknown(words, said, text, among, asked);
  if (asked && isSomebodyElse(words, found)) return unknown(words, said, text, among, asked);
  if (found.length === 1) return { kind: 'report', report };
  const problem: Problem = { kind: 'which-person', said: words.join(' ') };
  return { kind: 'problem', problem, among: found };
}

/** Those of whom most names are said. */
function bestMatches(
  words: readonly string[],
  reports: readonly Report[],
  asked: boolean,
): readonly Report[] {
  const scores = reports.map((report) => scoreOf(report, words, asked));
  const best = Math.max(...scores);
  const found = best === 0 ? [] : reports.filter((_, index) => scores[index] === best);
  // One's own Sam is meant before a Sam of another ward.
  const own = listed(found);
  return own.length > 0 ? own : found;
}

/** Whether the words name them: by their whole name, or by one of its words that is no other word. */
export function isNamedIn(text: string, person: Pick<Report, 'name' | 'givenName'>): boolean {
  const words = new Set(plain(text).split(' '));
  const isSaid = (name: string): boolean => words.has(name) || words.has(`${name}s`);
  const said = namesOf(person).filter(isSaid);
  return said.length > 1 || said.some((name) => name.length > 2 && !NOT_NAMES.has(name));
}

function scoreOf(report: Report, words: readonly string[], asked: boolean): number {
  const names = namesOf(report).map((name) => nameScore(name, words, asked));
  return names.reduce((sum, score) => sum + score, 0);
}

/** A name said exactly counts more than one with a slip. */
function nameScore(name: string, words: readonly string[], asked: boolean): number {
  if (words.some((word) => word === name || word === `${name}s`)) return 2;
  const shortest = asked ? 4 : 5;
  const near = words.some(
    (word) => word.length >= shortest && !NOT_NAMES.has(word) && isNear(word, name),
  );
  return near ? 1 : 0;
}

/** "Ana Smith" is not Ana Pires. */
function isSomebodyElse(words: readonly string[], found: readonly Report[]): boolean {
  if (words.length !== 2 || words.some((word) => NOT_NAMES.has(word))) return false;
  const names = found.flatMap(namesOf);
  return words.some(
    (word) => !names.some((name) => word === name || word === `${name}s` || isNear(word, name)),
  );
}

function unknown(
  words: readonly string[],
  said: string,
  text: string,
  among: readonly Report[],
  asked: boolean,
): PersonRead | undefined {
  const likeAName = words.length <= 3 && words.every((word) => /^[a-z]{2,}$/.test(word));
  const named = asked && likeAName && !words.every((word) => NOT_NAMES.has(word));
  const name = named ? words.join(' ') : strangerIn(said);
  if (name === undefined) return undefined;
  const problem: Problem = { kind: 'not-in-team', said: nameAsWritten(name, text) };
  return { kind: 'problem', problem, among };
}

function asSaid(said: string, text: string, asked: boolean): PersonRead | undefined {
  const bare = said.replace(PREFACE, '').replace(/ please$/, '');
  const words = bare.split(' ');
  const whole = asked && words.length <= 4 && /^[\p{L} ]+$/u.test(bare);
  const name = whole && !words.every((word) => NOT_NAMES.has(word)) ? bare : undefined;
  const found = name ?? readName(text, false) ?? strangerIn(said);
  return found === undefined
    ? undefined
    : { kind: 'as-said', name: asAName(nameAsWritten(found, text)) };
}

/** Without the 's of an owner. */
function nameAsWritten(name: string, text: string): string {
  return asWritten(name, text).replace(/['’]s?$/, '');
}

/** "ana pires" → "Ana Pires"; capitals that they wrote stay as they are. */
function asAName(name: string): string {
  if (name !== name.toLowerCase()) return name;
  return name.replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase());
}

function namesOf({ name, givenName }: Pick<Report, 'name' | 'givenName'>): readonly string[] {
  return [...new Set(plain(`${givenName} ${name}`).split(' '))];
}
