/** Queues words for every conversation that a person has, inside the transaction they belong to. */
import type { PersonId } from '../directory/directory';
import type { Reply } from '../conversation/reply';
import type { NoticeTo } from '../conversation/tasks';
import { webConversationOf } from '../conversation/web-conversation';
import { hold } from './dialect';
import { FRESH_STATE } from './fresh-state';
import { awaitMail } from './mail-notices';
import type { NewMessage, Tx } from './tables';

export interface ConversationHeld {
  readonly id: string;
  readonly door: string;
  readonly person: string;
  readonly return_address: string | null;
}

/**
 * The conversations of these people, held like a turn holds its own, so that a page asking for
 * what came after a number misses nothing. Whoever has none gets one in the web chat: their news
 * is there when they first open it.
 */
export async function holdConversations(
  tx: Tx,
  people: readonly PersonId[],
  now: Date,
): Promise<readonly ConversationHeld[]> {
  const found = await held(tx, people);
  const without = people.filter((person) => !found.some((each) => each.person === person));
  if (without.length === 0) return found;
  await openInWebChat(tx, without, now);
  return [...found, ...(await held(tx, without))];
}

const held = (tx: Tx, people: readonly PersonId[]): Promise<ConversationHeld[]> =>
  hold(
    tx,
    tx
      .selectFrom('conversation')
      .select(['id', 'door', 'person', 'return_address'])
      .where('person', 'in', people)
      .where('door', 'in', ['teams', 'web'])
      .orderBy('id'),
  ).execute();

const openInWebChat = (tx: Tx, people: readonly PersonId[], now: Date): Promise<unknown> =>
  tx
    .insertInto('conversation')
    .values(
      people.toSorted().map((person) => ({
        id: webConversationOf(person),
        door: 'web',
        person,
        state: JSON.stringify(FRESH_STATE),
        version: 1,
        last_at: now.toISOString(),
        erased: 0,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();

export async function notify(
  tx: Tx,
  person: PersonId,
  notice: Reply,
  now: Date,
  newId: () => string,
): Promise<void> {
  const conversations = await holdConversations(tx, [person], now);
  await queueNotices(tx, conversations, [{ person, notice }], now, newId);
}

/** @param conversations held before, so that nothing else is locked first */
export async function queueNotices(
  tx: Tx,
  conversations: readonly ConversationHeld[],
  notices: readonly NoticeTo[],
  now: Date,
  newId: () => string,
): Promise<void> {
  const at = now.toISOString();
  const rows = notices.flatMap(({ person, notice }) =>
    conversations
      .filter((conversation) => conversation.person === person)
      .map(({ id, door }): NewMessage => ({
        id: newId(),
        conversation: id,
        door,
        kind: 'notice',
        person,
        sensitivity: 'none',
        outcome: notice.outcome,
        reply: JSON.stringify(notice),
        at,
        erased: 0,
        due_at: door === 'teams' ? at : null,
        attempts: 0,
        sent_at: door === 'teams' ? null : at,
      })),
  );
  if (rows.length === 0) return;
  const queued = await tx
    .insertInto('message')
    .values(rows)
    .returning(['sequence', 'person', 'door'])
    .execute();
  const inTeams = new Set(
    conversations.flatMap(({ person, return_address }) => (return_address === null ? [] : person)),
  );
  const byPerson = new Map(
    queued
      .filter(({ person, door }) => door === 'web' && !inTeams.has(person))
      .toSorted((a, b) => a.sequence - b.sequence)
      .map(({ person, sequence }) => [person, sequence]),
  );
  // By name, so that two who tell the same people do not wait for each other.
  for (const [person, newest] of [...byPerson].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    await awaitMail(tx, { person, newest, at });
}
