/**
 * The directory as a folder of files, such as a nightly export of the staff record.
 *
 * It is read once, at the start, and wholly: a folder with one mistake is refused with all of
 * its mistakes, so that nobody finds a wrong manager or a missing contact at three in the morning.
 */
import { checkDirectory, FILES, type Rows } from './check-directory';
import type { Contact, Directory, Helpline, Organisation, Person, Post } from './directory';
import { DirectoryError, DirectoryFolderError } from './directory-error';
import { readHelplines } from './read-helplines';
import { readTable } from './read-table';
import { ContactRow, OrganisationRow, PersonRow, PostRow } from './rows';

/** @throws DirectoryFolderError with all that is wrong, each with its file and line */
export function loadCsvDirectory(folder: string): Directory {
  const organisations = readTable(folder, FILES.organisations, OrganisationRow);
  const people = readTable(folder, FILES.people, PersonRow);
  const posts = readTable(folder, FILES.posts, PostRow);
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
  if (errors.length === 0) errors.push(...checkDirectory(rows));
  if (errors.length > 0) throw new DirectoryFolderError(errors);
  return directoryOf(rows, helplines.rows);
}

function nothingIn(file: string): DirectoryError {
  return new DirectoryError(file, 1, 'The file has no rows.', 'Export it again, with its heading.');
}

function directoryOf(rows: Rows, helplines: readonly Helpline[]): Directory {
  const organisations: readonly Organisation[] = rows.organisations.map(({ row }) => row);
  const contacts: readonly Contact[] = rows.contacts.map(({ row }) => row);
  const people = peopleOf(rows);
  const byId = new Map(people.map((person) => [person.id, person]));
  const byObject = new Map(people.map((person) => [person.aadObjectId, person]));
  const employers = new Map(organisations.map((each) => [each.id, each]));
  const reports = reportsByManager(people);

  return {
    people: async () => people,
    person: async (id) => byId.get(id),
    async byAadObjectId(tenantId, aadObjectId) {
      const person = byObject.get(aadObjectId.toLowerCase());
      const tenants = person?.posts.map((post) => employers.get(post.organisation)?.tenantId);
      return tenants?.includes(tenantId.toLowerCase()) ? person : undefined;
    },
    reportsOf: async (manager) => reports.get(manager) ?? [],
    organisations: async () => organisations,
    organisation: async (id) => employers.get(id),
    contacts: async (organisation) =>
      contacts.filter((contact) => contact.organisation === organisation),
    helplines: async () => helplines,
  };
}

function peopleOf({ people, posts }: Rows): readonly Person[] {
  const held = new Map<string, Post[]>();
  for (const { row } of posts.toSorted((a, b) => rank(a.row) - rank(b.row))) {
    const { person, ...post } = row;
    held.set(person, [...(held.get(person) ?? []), post]);
  }
  return people.map(({ row }) => {
    const [first, ...rest] = held.get(row.id) ?? [];
    if (first === undefined) throw new Error(`"${row.id}" passed the checks without a post.`);
    return { ...row, organisation: first.organisation, posts: [first, ...rest] };
  });
}

const rank = ({ kind }: PostRow) => (kind === 'substantive' ? 0 : 1);

function reportsByManager(people: readonly Person[]): ReadonlyMap<string, readonly Person[]> {
  const reports = new Map<string, Person[]>();
  for (const person of people) {
    const managers = new Set(person.posts.flatMap(({ manager }) => manager ?? []));
    for (const manager of managers) {
      reports.set(manager, [...(reports.get(manager) ?? []), person]);
    }
  }
  return reports;
}
