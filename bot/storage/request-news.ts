/** Tells requesters what became of their requests: the notice and the mark "told" are one transaction. */
import type { Kysely } from 'kysely';
import type { RequestNews } from '../conversation/request-news';
import { notify } from './notify';
import { storedEvent, storedRequest } from './request-events';
import type { AssistantTables } from './tables';

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
