/**
 * The mask hides who a text is about: names of the directory, numbers, addresses.
 *
 * It cannot be perfect. A nickname, a name nobody entered in the directory, a rare job on a small
 * ward: each still tells, and every page that shows a masked text says so.
 */
import type { Person } from '../directory/directory';
import { findNames, namesOf, type Names } from './find-names';
import { maskIdentifiers } from './mask-identifiers';

export type Mask = (text: string) => string;

/** A directory gives the same list as long as nothing changed, and its names are found once. */
const known = new WeakMap<readonly Person[], Names>();

/** @param year the year it is now, by which dates of birth are told from other dates */
export function createMask(people: readonly Person[], year: number): Mask {
  const names = known.get(people) ?? namesOf(people);
  known.set(people, names);
  return (text) => maskNames(maskIdentifiers(text, year), names);
}

function maskNames(text: string, names: Names): string {
  let masked = '';
  let done = 0;
  for (const { from, to } of findNames(text, names)) {
    masked += `${text.slice(done, from)}[name]`;
    done = to;
  }
  return masked + text.slice(done);
}
