/** Whom somebody of the people team may help by phone, and how they find them: by name, place or e-mail. */
import type { Person, PersonId } from '../directory/directory';
import { notForThem } from '../directory/people-team';
import type { ConsoleTools, Reader } from './console-parts';

type Needs = Pick<ConsoleTools, 'directory'>;

/** Their own organisation's; not themselves, those who report to them or those to whom they report. */
export async function callerFor(
  { directory }: Needs,
  { person: reader, may }: Reader,
  id: PersonId,
): Promise<Person | undefined> {
  const found = await directory.person(id);
  if (found === undefined || !may.handovers.includes(found.organisation)) return undefined;
  return (await notForThem(directory, reader.id)).includes(id) ? undefined : found;
}

/** In the order of their names; each word that was written must begin one of theirs. */
export async function findCallers(
  { directory }: Needs,
  { person: reader, may }: Reader,
  written: string,
): Promise<readonly Person[]> {
  if (wordsOf(written).length === 0) return [];
  const except = await notForThem(directory, reader.id);
  return (await directory.people())
    .filter(({ id, organisation }) => may.handovers.includes(organisation) && !except.includes(id))
    .filter((person) => isLike(person, written))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

/** Whether somebody is found by what was written. */
export function isLike({ name, email, posts }: Person, written: string): boolean {
  const theirs = [name, email ?? '', ...posts.flatMap(({ title, place }) => [title, place])]
    .map(plain)
    .flatMap((text) => [...text.split(/\s+/u), ...text.split(/[\s.,@'-]+/u)]);
  return wordsOf(written).every((word) => theirs.some((each) => each.startsWith(word)));
}

const wordsOf = (written: string): readonly string[] =>
  plain(written)
    .split(/[\s,]+/u)
    .filter(Boolean);

/** "zoë" finds Zoe. */
const plain = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase().trim();
