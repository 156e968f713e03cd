/**
 * Finds names of the directory in a text.
 *
 * Texts are read as runs of letters, and names as sequences of runs (`Mensah-Reid` is two), so
 * that the number of people makes no difference to the time it takes.
 */
import type { Person } from '../directory/directory';
import {
  isEveryday,
  isNameAlone,
  isOwned,
  SHORTEST_PART,
  type Run,
  type Span,
} from './is-name-alone';

const RUN = /[\p{L}\p{M}]+/gu;
/** Accents; and an apostrophe that counts as a letter. */
const MARKS = /[\p{M}\u02bc]+/gu;
/** What may stand between two parts of a name: `O'Neill`, `Pires, Ana`, `ana.pires`. */
const BETWEEN = /^(?:[\s'’‘`´._\u2010-\u2015-]{1,3}|, ?)$/u;
/** Shorter ones are words. */
const SHORTEST_HANDLE = 5;

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
  const alone = [...parts, ...joined(given, surname)];
  return [whole, [...surname, ...given], given, surname, ...alone.map((part) => [part])];
}

/** Without the hyphen or the apostrophe, as `oneill`; and as account names are made, `apires`. */
function joined(given: readonly string[], surname: readonly string[]): string[] {
  const [first, last] = [given.join(''), surname.join('')];
  const whole = [...(given.length > 1 ? [first] : []), ...(surname.length > 1 ? [last] : [])];
  const handles = [`${first}${last}`, `${last}${first}`, `${first.slice(0, 1)}${last}`];
  return [...whole, ...handles.filter((handle) => handle.length >= SHORTEST_HANDLE)].filter(
    (word) => word.length >= SHORTEST_PART && !isEveryday(word),
  );
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

/** How many runs from `at` on are a name, maybe with an s behind it; 0 for none. */
function longestName(text: string, runs: readonly Run[], at: number, names: Names): number {
  const first = runs[at]?.folded ?? '';
  const fits = [first, first.replace(/s$/, '')]
    .flatMap((begins) => names.get(begins) ?? [])
    .filter((parts) => isAt(text, runs, at, parts));
  return Math.max(0, ...fits.map((parts) => parts.length));
}

function isAt(text: string, runs: readonly Run[], at: number, parts: readonly string[]): boolean {
  const stands = parts.every((part, index) => {
    const [run, before] = [runs[at + index], runs[at + index - 1]];
    if (run === undefined) return false;
    const isLast = index === parts.length - 1;
    if (run.folded !== part && !(isLast && isOwned(run.folded, part))) return false;
    return index === 0 || BETWEEN.test(text.slice(before?.to, run.from));
  });
  const [name] = parts;
  return stands && (parts.length > 1 || (name !== undefined && isNameAlone(text, runs, at, name)));
}

function runsOf(text: string): Run[] {
  return [...text.matchAll(RUN)].map(({ 0: run, index }) => ({
    from: index,
    to: index + run.length,
    folded: run.normalize('NFD').replace(MARKS, '').toLowerCase(),
    isCapital: /^\p{Lu}/u.test(run),
  }));
}
