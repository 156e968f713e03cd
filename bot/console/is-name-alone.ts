/**
 * Whether a word that is in a name of the directory is meant as a name where it stands alone. Many
 * names are everyday words too: a capital tells them apart, or what stands beside them does.
 */
import { z } from 'zod';
import besides from './beside-names.json';
import common from './common-words.json';

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A run of letters. */
export interface Run extends Span {
  readonly folded: string;
  readonly isCapital: boolean;
}

const Words = z.array(z.string()).transform((words) => new Set(words));
const { words: COMMON, months: MONTHS } = z.object({ words: Words, months: Words }).parse(common);
const BESIDE = z
  .object({ before: Words, after: Words, with: Words, owned: Words, never: Words, everyday: Words })
  .parse(besides);

/** A part of a longer name stands for it alone from this length on. */
export const SHORTEST_PART = 3;

export const isEveryday = (word: string): boolean =>
  BESIDE.everyday.has(word) || COMMON.has(word) || MONTHS.has(word);

/** `adeyemis`, as many write it. */
export const isOwned = (word: string, name: string): boolean =>
  word === `${name}s` && name.length >= SHORTEST_PART && !BESIDE.everyday.has(word);

/** @param name as the directory has it; @param at which of the text's runs it is, maybe with an s */
export function isNameAlone(text: string, runs: readonly Run[], at: number, name: string): boolean {
  const run = runs[at];
  if (run === undefined) return false;
  if (MONTHS.has(run.folded) && isBesideNumber(text, run)) return false;
  const isWordToo = COMMON.has(name) || COMMON.has(run.folded) || name.length < SHORTEST_PART;
  return !isWordToo || run.isCapital || isMeant(runs, at, name);
}

/** In small letters, and a word too. */
function isMeant(runs: readonly Run[], at: number, name: string): boolean {
  const word = (place: number): string => runs[place]?.folded ?? '';
  const [before, after] = [word(at - 1), word(at + 1)];
  if (name.length < SHORTEST_PART || BESIDE.never.has(before)) return false;
  if (word(at) !== name) return BESIDE.owned.has(after);
  return (
    BESIDE.before.has(before) ||
    BESIDE.after.has(after) ||
    (before === 'with' && BESIDE.with.has(word(at - 2)))
  );
}

const isBesideNumber = (text: string, { from, to }: Pick<Run, 'from' | 'to'>): boolean =>
  /\d(?:st|nd|rd|th)?(?: of)? ?$/i.test(text.slice(Math.max(0, from - 8), from)) ||
  /^,? ?\d/.test(text.slice(to, to + 3));
