/**
 * Who of the people team may answer somebody in the chat. What staff ask stays with their own
 * employer, and their manager never sees it, also where the manager works in people services.
 */
import type { Directory, Person, PersonId, Role } from './directory';

const ROLES_THAT_ANSWER: readonly Role[] = ['desk-agent', 'reviewer', 'administrator'];

export const mayAnswerStaff = ({ roles }: Pick<Person, 'roles'>): boolean =>
  roles.some((role) => ROLES_THAT_ANSWER.includes(role));

/**
 * Themselves, those who report to them and those to whom they report: what these ask is for a
 * colleague, since it may be about who would read it.
 */
export async function notForThem(
  directory: Pick<Directory, 'reportsOf' | 'person'>,
  reader: PersonId,
): Promise<readonly PersonId[]> {
  const reports = (await directory.reportsOf(reader)).map(({ id }) => id);
  const posts = (await directory.person(reader))?.posts ?? [];
  return [reader, ...reports, ...posts.flatMap(({ manager }) => manager ?? [])];
}

/** False where nobody could take it: then no reply in the chat is promised. */
export async function canBeAnswered(
  directory: Pick<Directory, 'people'>,
  { id, organisation, posts }: Person,
): Promise<boolean> {
  const managers = new Set(posts.map(({ manager }) => manager));
  return (await directory.people()).some(
    (one) =>
      one.organisation === organisation &&
      one.id !== id &&
      !managers.has(one.id) &&
      !one.posts.some(({ manager }) => manager === id) &&
      mayAnswerStaff(one),
  );
}
