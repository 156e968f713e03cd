/**
 * Finds names of the directory in a text.
 *
 * Texts are read as runs of letters, and names as sequences of runs (`Mensah-Reid` is two), so
 * that the number of people makes no difference to the time it takes.
 */
import { z } from 'zod';
import type { Person } from '../directory/directory';
import raw from './common-words.json';

export interface Span {
  readonly from: number;
  readonly to: number;
}

const File = z.object({
  note: z.string(),
  months: z.array(z.string()),
  words: z.array(z.string()),
});
const file = File.parse(raw);
const COMMON = new Set(file.words);
const MONTHS = new Set(file.months);

const RUN = /[\p{L}\p{M}]+/gu;
const MARKS = /\p{M}+/gu;
/** What may stand between two parts of a name: `O'Neill`, `Pires, Ana`, `ana.pires`. */
const BETWEEN = /^(?:[\s'’._-]{1,2}|, ?)$/u;
/** A part of a longer name stands for it alone from this length on. */
const SHORTEST_PART = 3;

interface Run extends Span {
  readonly folded: string;
  readonly isCapital: boolean;
}

/** For each first run, the sequences that begin with it, longest first. */
export type Names = ReadonlyMap<string, readonly (readonly string[])[]>;

export function namesOf(people: readonly Pick<Person, 'name' | 'givenName'>[]): Names {
  const names = new Map<string, Map<string, readonly string[]>>();
  for (const parts of people.flatMap(sequencesOf)) {
    const [first] = parts;
    if (first === undefined) continue;
    const sequences = names.get(first) ?? new Map<string, readonly string[]>();
    names.set(first, sequences.set(parts.join(' '), parts));
  }
  return new Map(
    [...names].map(([first, sequences]) => [
      first,
      [...sequences.values()].toSorted((a, b) => b.length - a.length),
    ]),
  );
}

/** Full name, surname first, given name, surname, and each part that is long enough to be told by. */
function sequencesOf({ name, givenName }: Pick<Person, 'name' | 'givenName'>): string[][] {
  const whole = partsOf(name);
  const given = partsOf(givenName);
  const isFirst = given.every((part, index) => whole[index] === part);
  const surname = isFirst ? whole.slice(given.length) : whole.slice(-1);
  const parts = [...whole, ...given].filter((part) => part.length >= SHORTEST_PART);
  return [whole, [...surname, ...given], given, surname, ...parts.map((part) => [part])];
}

const partsOf = (name: string): string[] => runsOf(name).map(({ folded }) => folded);

/** Not overlapping, in order. */
export function findNames(text: string, names: Names): Span[] {
  const runs = runsOf(text);
  const found: Span[] = [];
  for (let at = 0; at < runs.length; at += 1) {
    const length = longestName(text, runs, at, names);
    const [first, last] = [runs[at], runs[at + length - 1]];
    if (length === 0 || first === undefined || last === undefined) continue;
    found.push({ from: first.from, to: last.to });
    at += length - 1;
  }
  return found;
}

/** How many runs from `at` on are a name; 0 for none. */
function longestName(text: string, runs: readonly Run[], at: number, names: Names): number {
  const sequences = names.get(runs[at]?.folded ?? '') ?? [];
  const fits = sequences.find(
    (parts) =>
      parts.every((part, index) => {
        const [run, before] = [runs[at + index], runs[at + index - 1]];
        if (run?.folded !== part) return false;
        return index === 0 || BETWEEN.test(text.slice(before?.to, run.from));
      }) &&
      (parts.length > 1 || isNameAlone(text, runs[at])),
  );
  return fits?.length ?? 0;
}

function isNameAlone(text: string, run: Run | undefined): boolean {
  if (run === undefined) return false;
  if (MONTHS.has(run.folded) && isBesideNumber(text, run)) return false;
  const isWordToo = COMMON.has(run.folded) || run.folded.length < SHORTEST_PART;
  return !isWordToo || run.isCapital;
}

const isBesideNumber = (text: string, { from, to }: Span): boolean =>
  /\d(?:st|nd|rd|th)?(?: of)? ?$/i.test(text.slice(Math.max(0, from - 8), from)) ||
  /^,? ?\d/.test(text.slice(to, to + 3));

function runsOf(text: string): Run[] {
  return [...text.matchAll(RUN)].map(({ 0: run, index }) => ({
    from: index,
    to: index + run.length,
    folded: run.normalize('NFD').replace(MARKS, '').toLowerCase(),
    isCapital: /^\p{Lu}/u.test(run),
  }));
}
