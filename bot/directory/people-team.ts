/**
 * Whom somebody of the people team may answer, help or read. What staff ask stays with their own
 * employer, and their manager never sees it, also where the manager works in people services.
 */
import type { Directory, Person, PersonId, Role } from './directory';

type People = Pick<Directory, 'reportsOf' | 'person'>;

const ROLES_THAT_ANSWER: readonly Role[] = ['desk-agent', 'reviewer', 'administrator'];

export const mayAnswerStaff = ({ roles }: Pick<Person, 'roles'>): boolean =>
  roles.some((role) => ROLES_THAT_ANSWER.includes(role));

/** Of whom somebody may read what they asked. Every read names it; no organisation sees nothing. */
export interface Within {
  readonly organisations: readonly string[];
  readonly except: readonly PersonId[];
}

/** Who may be answered by them. @param organisations whose staff their role is for */
export const answerableBy = async (
  directory: People,
  { id }: Pick<Person, 'id'>,
  organisations: readonly string[],
): Promise<Within> => ({ organisations, except: await notForThem(directory, id) });

/**
 * Whose conversations they may review. Nobody chose to be read, so nobody above them in the line
 * reads them, however far up.
 */
export async function reviewableBy(
  directory: People,
  { id }: Pick<Person, 'id'>,
  organisations: readonly string[],
): Promise<Within> {
  const below = await belowInTheLine(directory, id);
  return { organisations, except: [...new Set([...(await notForThem(directory, id)), ...below])] };
}

/**
 * Themselves, those who report to them and those to whom they report: what these ask is for a
 * colleague, since it may be about who would read it.
 */
export async function notForThem(
  directory: People,
  reader: PersonId,
): Promise<readonly PersonId[]> {
  const reports = (await directory.reportsOf(reader)).map(({ id }) => id);
  const posts = (await directory.person(reader))?.posts ?? [];
  return [reader, ...reports, ...posts.flatMap(({ manager }) => manager ?? [])];
}

/** Through substantive posts: who runs the staff bank is not the line of everybody who has a bank post. */
async function belowInTheLine(directory: People, reader: PersonId): Promise<ReadonlySet<PersonId>> {
  const line = new Set([reader]);
  // A set goes on through what is added to it meanwhile, and holds each once, should they go round.
  for (const manager of line) {
    for (const { id, posts } of await directory.reportsOf(manager)) {
      if (posts.some((post) => post.kind === 'substantive' && post.manager === manager))
        line.add(id);
    }
  }
  return line;
}

/** False where nobody could take it: then no reply in the chat is promised. */
export async function canBeAnswered(
  directory: Pick<Directory, 'people' | 'reportsOf' | 'person'>,
  { id, organisation }: Pick<Person, 'id' | 'organisation'>,
): Promise<boolean> {
  for (const one of await directory.people()) {
    const isOfTheTeam = one.organisation === organisation && mayAnswerStaff(one);
    if (isOfTheTeam && !(await notForThem(directory, one.id)).includes(id)) return true;
  }
  return false;
}

/** False where nobody may read what they asked: then no reply to a rating is promised. */
export async function canBeReviewed(
  directory: Pick<Directory, 'people' | 'reportsOf' | 'person' | 'organisations'>,
  { id, organisation }: Pick<Person, 'id' | 'organisation'>,
): Promise<boolean> {
  const organisations = await directory.organisations();
  const systemOf = (of: string) => organisations.find((each) => each.id === of)?.system;
  for (const one of await directory.people()) {
    const isTheirs =
      (one.roles.includes('reviewer') && one.organisation === organisation) ||
      (one.roles.includes('administrator') &&
        systemOf(one.organisation) === systemOf(organisation));
    if (isTheirs && !(await reviewableBy(directory, one, [])).except.includes(id)) return true;
  }
  return false;
}
