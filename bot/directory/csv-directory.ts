/**
 * The directory as a folder of files, such as a nightly export of the staff record.
 *
 * It is read once, at the start, and wholly: a folder with one mistake is refused with all of
 * its mistakes, so that nobody finds a wrong manager or a missing contact at three in the morning.
 */
import { checkDirectory, type Rows } from './check-directory';
import type { Directory, Helpline, Person, Post } from './directory';
import { directoryInMemory, substantiveFirst } from './directory-in-memory';
import { readFolder } from './read-folder';
import { PersonRow, PostRow } from './rows';

/** @throws DirectoryFolderError with all that is wrong, each with its file and line */
export function loadCsvDirectory(folder: string): Directory {
  const { rows, helplines } = readFolder(folder, PersonRow, PostRow, checkDirectory);
  return directoryOf(rows, helplines);
}

function directoryOf(rows: Rows, helplines: readonly Helpline[]): Directory {
  const organisations = rows.organisations.map(({ row }) => row);
  const people = peopleOf(rows);
  const byObject = new Map(people.map((person) => [person.aadObjectId, person]));
  const tenantOf = new Map(organisations.map(({ id, tenantId }) => [id, tenantId]));
  return directoryInMemory({
    organisations,
    contacts: rows.contacts.map(({ row }) => row),
    helplines,
    people,
    byAccount: (tenantId, aadObjectId) => {
      const person = byObject.get(aadObjectId);
      const tenants = person?.posts.map((post) => tenantOf.get(post.organisation));
      return tenants?.includes(tenantId) ? person : undefined;
    },
  });
}

function peopleOf({ people, posts }: Rows): readonly Person[] {
  const held = new Map<string, Post[]>();
  for (const { person, ...post } of substantiveFirst(posts.map(({ row }) => row)))
    held.set(person, [...(held.get(person) ?? []), post]);
  return people.map(({ row }) => {
    const [first, ...rest] = held.get(row.id) ?? [];
    if (first === undefined) throw new Error(`"${row.id}" passed the checks without a post.`);
    return { ...row, organisation: first.organisation, posts: [first, ...rest] };
  });
}
