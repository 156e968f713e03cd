/** Reads the files of a directory folder wholly, or refuses it with all of its mistakes. */
import type { z } from 'zod';
import { FILES, type Rows } from './check-directory';
import type { Helpline } from './directory';
import { DirectoryError, DirectoryFolderError } from './directory-error';
import { readHelplines } from './read-helplines';
import { readTable } from './read-table';
import { ContactRow, OrganisationRow } from './rows';

export interface Folder<InPeople, InPosts> {
  readonly rows: Rows<InPeople, InPosts>;
  readonly helplines: readonly Helpline[];
}

/**
 * @param check what must hold between rows, asked once each of them is right by itself
 * @throws DirectoryFolderError with all that is wrong, each with its file and line
 */
export function readFolder<InPeople extends object, InPosts extends object>(
  folder: string,
  person: z.ZodType<InPeople>,
  post: z.ZodType<InPosts>,
  check: (rows: Rows<InPeople, InPosts>) => DirectoryError[],
): Folder<InPeople, InPosts> {
  const organisations = readTable(folder, FILES.organisations, OrganisationRow);
  const people = readTable(folder, FILES.people, person);
  const posts = readTable(folder, FILES.posts, post);
  const contacts = readTable(folder, FILES.contacts, ContactRow);
  const helplines = readHelplines(folder, FILES.helplines);

  const tables = [organisations, people, posts, contacts];
  const errors = [...tables.flatMap((table) => table.errors), ...helplines.errors];
  const empty = tables.filter((table) => table.rows.length === 0 && table.errors.length === 0);
  errors.push(...empty.map(({ file }) => nothingIn(file)));

  const rows = {
    organisations: organisations.rows,
    people: people.rows,
    posts: posts.rows,
    contacts: contacts.rows,
  };
  // A row that could not be read would be missed everywhere else: say first what is wrong with it.
  if (errors.length === 0) errors.push(...check(rows));
  if (errors.length > 0) throw new DirectoryFolderError(errors);
  return { rows, helplines: helplines.rows };
}

const nothingIn = (file: string): DirectoryError =>
  new DirectoryError(file, 1, 'The file has no rows.', 'Export it again, with its heading.');
