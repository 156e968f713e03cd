/** Tells requesters what became of their requests: the notice and the mark "told" are one transaction. */
import type { Kysely, Transaction } from 'kysely';
import type { Reply } from '../conversation/reply';
import type { RequestNews } from '../conversation/request-news';
import { hold } from './dialect';
import { storedEvent, storedRequest } from './request-events';
import type { AssistantTables, NewMessage } from './tables';

export const requestNews = (db: Kysely<AssistantTables>, newId: () => string): RequestNews => ({
  async untold(limit) {
    const rows = await db
      .selectFrom('request_event')
      .innerJoin('request', 'request.id', 'request_event.request')
      .select(['request_event.sequence', 'request_event.body as event', 'request.body as request'])
      .where('request_event.told', '=', 0)
      .orderBy('request_event.sequence')
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      sequence: row.sequence,
      request: storedRequest(row.request),
      event: storedEvent(row.event),
    }));
  },

  async tell(news, notice, now) {
    await db.transaction().execute(async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('request_event')
        .set({ told: 1 })
        .where('sequence', '=', news.sequence)
        .where('told', '=', 0)
        .executeTakeFirst();
      if (numUpdatedRows === 1n && notice !== null) {
        await notify(tx, news.request.requestedBy, notice, now, newId);
      }
    });
  },
});

async function notify(
  tx: Transaction<AssistantTables>,
  person: string,
  notice: Reply,
  now: Date,
  newId: () => string,
): Promise<void> {
  // Held like a turn holds it, so that a page asking for what came after a number misses nothing.
  const conversations = await hold(
    tx,
    tx
      .selectFrom('conversation')
      .select(['id', 'door'])
      .where('person', '=', person)
      .where('door', 'in', ['teams', 'web'])
      .orderBy('id'),
  ).execute();
  const at = now.toISOString();
  const rows = conversations.map(({ id, door }): NewMessage => ({
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
  }));
  if (rows.length > 0) await tx.insertInto('message').values(rows).execute();
}
