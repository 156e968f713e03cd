/**
 * Who approves what somebody asks for. The directory alone says so: nothing that was typed or
 * that a button carries is believed about it.
 */
import type { Directory, Person, PersonId } from './directory';

type People = Pick<Directory, 'person'>;

/** Whose request it is, and for which of their posts. */
export interface Asked {
  readonly requester: PersonId;
  /** The post it is for; their first post where it is null, or theirs no longer. */
  readonly post: string | null;
  /** Who sent it for them, by phone. */
  readonly helper?: PersonId | undefined;
}

export interface Approver {
  readonly person: Person;
  /** The manager in whose place they decide, as the delegate; null for a manager. */
  readonly standsInFor: Person | null;
  /** True for the manager that the post names. */
  readonly isOwnManager: boolean;
  /** The manager that the post names, where they are passed over because they are away. */
  readonly away: Person | null;
}

/**
 * The manager of the post. While they are away, their delegate; without one, their own manager,
 * and so on up the line. Nobody approves what they ask for themselves, or sent for a caller.
 *
 * @param day `YYYY-MM-DD`, in London
 * @param passedOver people who were asked before and did not decide
 * @returns undefined where nobody is left: then people services decide
 */
export async function approverOf(
  directory: People,
  asked: Asked,
  day: string,
  passedOver: ReadonlySet<PersonId> = new Set(),
): Promise<Approver | undefined> {
  const line = await lineAbove(directory, asked);
  const [own] = line;
  const isAwayOwn = own !== undefined && own.id !== asked.requester && isAway(own, day);
  const mayBeAsked = (person: Person): boolean =>
    !isInIt(asked, person.id) && !passedOver.has(person.id) && !isAway(person, day);

  for (const manager of line) {
    const approver = (person: Person, standsInFor: Person | null): Approver => ({
      person,
      standsInFor,
      isOwnManager: person.id === own?.id,
      away: isAwayOwn ? own : null,
    });
    if (mayBeAsked(manager)) return approver(manager, null);
    const delegate = await delegateOf(directory, manager);
    const isNeeded = isAway(manager, day) && manager.id !== asked.requester;
    if (isNeeded && delegate !== undefined && mayBeAsked(delegate))
      return approver(delegate, manager);
  }
  return undefined;
}

/** Whether this person may decide on the request at all: a manager up the line, or the delegate of one. */
export async function mayApprove(
  directory: People,
  asked: Asked,
  person: PersonId,
): Promise<boolean> {
  if (isInIt(asked, person)) return false;
  const line = await lineAbove(directory, asked);
  return line.some(
    ({ id, delegate }) => id === person || (delegate === person && id !== asked.requester),
  );
}

const isInIt = ({ requester, helper }: Asked, person: PersonId): boolean =>
  person === requester || person === helper;

/** @param day `YYYY-MM-DD`, in London */
export const isAway = (
  { awayFrom, awayUntil }: Pick<Person, 'awayFrom' | 'awayUntil'>,
  day: string,
): boolean =>
  awayFrom !== undefined && awayFrom <= day && (awayUntil === undefined || day <= awayUntil);

/** The manager of the post, their own manager, and so on; each once, whatever the directory says. */
async function lineAbove(
  directory: People,
  { requester, post }: Asked,
): Promise<readonly Person[]> {
  const asking = await directory.person(requester);
  const held = asking?.posts.find(({ id }) => id === post) ?? asking?.posts[0];
  const line: Person[] = [];
  for (let next = held?.manager; next !== undefined;) {
    const manager = await directory.person(next);
    if (manager === undefined || line.some(({ id }) => id === manager.id)) break;
    line.push(manager);
    next = manager.posts[0].manager;
  }
  return line;
}

const delegateOf = async (directory: People, { delegate }: Person): Promise<Person | undefined> =>
  delegate === undefined ? undefined : directory.person(delegate);
