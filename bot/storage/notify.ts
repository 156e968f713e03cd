/** Queues words for every conversation that a person has, inside the transaction they belong to. */
import type { PersonId } from '../directory/directory';
import type { Reply } from '../conversation/reply';
import type { NoticeTo } from '../conversation/tasks';
import { hold } from './dialect';
import type { NewMessage, Tx } from './tables';

export interface ConversationHeld {
  readonly id: string;
  readonly door: string;
  readonly person: string;
}

/**
 * The conversations that these people have to themselves, and none in a group, where others read
 * along. Held like a turn holds its own, so that a page asking for what came after a number misses
 * nothing.
 */
export const holdConversations = (
  tx: Tx,
  people: readonly PersonId[],
): Promise<readonly ConversationHeld[]> =>
  hold(
    tx,
    tx
      .selectFrom('conversation')
      .select(['id', 'door', 'person'])
      .where('person', 'in', people)
      .where('door', 'in', ['teams', 'web'])
      .orderBy('id'),
  ).execute();

/** Somebody without a conversation is told nothing here. */
export async function notify(
  tx: Tx,
  person: PersonId,
  notice: Reply,
  now: Date,
  newId: () => string,
): Promise<void> {
  await queueNotices(tx, await holdConversations(tx, [person]), [{ person, notice }], now, newId);
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
  if (rows.length > 0) await tx.insertInto('message').values(rows).execute();
}
