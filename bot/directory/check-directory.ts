/** What must hold between the rows of a directory, once each row is right by itself. */
import { CONTACT_KINDS } from './directory';
import { DirectoryError } from './directory-error';
import { managerLoops } from './manager-loops';
import type { Placed } from './read-table';
import type { ContactRow, OrganisationRow, PersonRow, PostRow } from './rows';

/** The tables of a folder; those of people and posts hold less where Microsoft Graph knows the rest. */
export interface Rows<InPeople = PersonRow, InPosts = PostRow> {
  readonly organisations: readonly Placed<OrganisationRow>[];
  readonly people: readonly Placed<InPeople>[];
  readonly posts: readonly Placed<InPosts>[];
  readonly contacts: readonly Placed<ContactRow>[];
}

export const FILES = {
  organisations: 'organisations.csv',
  people: 'people.csv',
  posts: 'posts.csv',
  contacts: 'contacts.csv',
  helplines: 'helplines.json',
} as const;

export function checkDirectory(rows: Rows): DirectoryError[] {
  const { organisations, people, posts } = rows;
  return [
    ...duplicates(FILES.organisations, organisations, 'id'),
    ...duplicates(FILES.people, people, 'id'),
    ...duplicates(FILES.people, people, 'aadObjectId'),
    ...duplicates(FILES.posts, posts, 'id'),
    ...wrongPosts(rows),
    ...postsElsewhere(rows),
    ...managerLoops(FILES.posts, posts),
    ...withoutPost(people, posts),
    ...wrongDelegates(people),
    ...wrongAbsences(people),
    ...wrongContacts(rows),
  ];
}

export function duplicates<Column extends string>(
  file: string,
  rows: readonly Placed<Record<Column, string | undefined>>[],
  column: Column,
): DirectoryError[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ line, row }) => {
    const value = row[column];
    if (value === undefined) return [];
    const earlier = first.get(value);
    if (earlier === undefined) {
      first.set(value, line);
      return [];
    }
    const problem = `The ${column} "${value}" is already used on line ${earlier}.`;
    return [new DirectoryError(file, line, problem, 'Give each row its own, or take one out.')];
  });
}

function wrongPosts({ people, posts }: Rows): DirectoryError[] {
  const known = new Set(people.map(({ row }) => row.id));
  return posts.flatMap(({ line, row: post }) => {
    const wrong = (problem: string, remedy: string) =>
      new DirectoryError(FILES.posts, line, problem, remedy);
    const addPerson = `Add the person to ${FILES.people}, or correct the id.`;
    const errors: DirectoryError[] = [];
    if (!known.has(post.person)) {
      errors.push(wrong(`The post is held by "${post.person}", who does not exist.`, addPerson));
    }
    if (post.manager !== undefined && !known.has(post.manager)) {
      errors.push(wrong(`The manager "${post.manager}" does not exist.`, addPerson));
    }
    return errors;
  });
}

/** Posts with an employer that nobody knows. */
export function postsElsewhere({
  organisations,
  posts,
}: Pick<
  Rows<unknown, Pick<PostRow, 'organisation'>>,
  'organisations' | 'posts'
>): DirectoryError[] {
  const employers = new Set(organisations.map(({ row }) => row.id));
  return posts
    .filter(({ row }) => !employers.has(row.organisation))
    .map(({ line, row: { organisation } }) => {
      const problem = `The organisation "${organisation}" does not exist.`;
      return new DirectoryError(FILES.posts, line, problem, addOrganisation);
    });
}

const addOrganisation = `Add it to ${FILES.organisations}, or correct the id.`;

function withoutPost(people: Rows['people'], posts: Rows['posts']): DirectoryError[] {
  const holders = new Set(posts.map(({ row }) => row.person));
  return people
    .filter(({ row }) => !holders.has(row.id))
    .map(({ line, row: { id } }) => {
      const remedy = `Add a post to ${FILES.posts}, or take the person out.`;
      return new DirectoryError(FILES.people, line, `"${id}" holds no post.`, remedy);
    });
}

/** Nobody may find out on the day that a delegate does not exist. */
function wrongDelegates(people: Rows['people']): DirectoryError[] {
  const known = new Set(people.map(({ row }) => row.id));
  return people.flatMap(({ line, row: { id, delegate } }) => {
    if (delegate === undefined) return [];
    const wrong = (problem: string, remedy: string) => [
      new DirectoryError(FILES.people, line, problem, remedy),
    ];
    if (delegate === id)
      return wrong(`"${id}" is their own delegate.`, 'Name somebody else, or leave it empty.');
    if (known.has(delegate)) return [];
    return wrong(
      `The delegate "${delegate}" does not exist.`,
      'Add the person, or correct the id.',
    );
  });
}

export function wrongAbsences(
  people: readonly Placed<Pick<PersonRow, 'id' | 'awayFrom' | 'awayUntil'>>[],
): DirectoryError[] {
  return people.flatMap(({ line, row: { id, awayFrom, awayUntil } }) => {
    if (awayUntil === undefined || (awayFrom !== undefined && awayFrom <= awayUntil)) return [];
    const problem =
      awayFrom === undefined
        ? `"${id}" is away until ${awayUntil}, but it is not said from when.`
        : `"${id}" is away until ${awayUntil}, which is before ${awayFrom}.`;
    const remedy = 'Write the first day in awayFrom and the last in awayUntil.';
    return [new DirectoryError(FILES.people, line, problem, remedy)];
  });
}

export function wrongContacts({
  organisations,
  contacts,
}: Pick<Rows, 'organisations' | 'contacts'>): DirectoryError[] {
  const employers = new Set(organisations.map(({ row }) => row.id));
  const strangers = contacts
    .filter(({ row }) => !employers.has(row.organisation))
    .map(({ line, row }) => {
      const problem = `The organisation "${row.organisation}" does not exist.`;
      return new DirectoryError(FILES.contacts, line, problem, addOrganisation);
    });
  const held = new Set(contacts.map(({ row }) => `${row.organisation} ${row.kind}`));
  const missing = organisations.flatMap(({ line, row: { id } }) =>
    CONTACT_KINDS.filter((kind) => !held.has(`${id} ${kind}`)).map((kind) => {
      const problem = `"${id}" has no contact of the kind "${kind}".`;
      return new DirectoryError(
        FILES.organisations,
        line,
        problem,
        `Add one to ${FILES.contacts}.`,
      );
    }),
  );
  return [...strangers, ...missing];
}
