/** What became of requests, and how far each receiving service's feed was read. */
import type { Kysely } from 'kysely';
import type { RequestLog } from '../../dialogs';
import { addEvent, withEvents } from './request-events';
import type { AssistantTables } from './tables';

export const requestLog = (db: Kysely<AssistantTables>): RequestLog => ({
  async find(id) {
    const rows = await db
      .selectFrom('request')
      .select(['id', 'body'])
      .where('id', '=', id)
      .execute();
    return (await withEvents(db, rows))[0];
  },

  async ofPerson(person, limit) {
    const rows = await db
      .selectFrom('request')
      .select(['id', 'body'])
      .where('person', '=', person)
      .orderBy('sequence', 'desc')
      .limit(limit)
      .execute();
    return withEvents(db, rows);
  },

  async cursor(system) {
    const row = await db
      .selectFrom('feed')
      .select('position')
      .where('system', '=', system)
      .executeTakeFirst();
    return row?.position ?? 0;
  },

  async record(system, cursor, event) {
    return db.transaction().execute(async (tx) => {
      if (!(await moveOn(tx, system, cursor))) return 'repeated';
      const request = await tx
        .selectFrom('request')
        .select('id')
        .where('id', '=', event.request)
        .executeTakeFirst();
      if (request === undefined) return 'unknown-request';
      return (await addEvent(tx, event)) ? 'recorded' : 'repeated';
    });
  },
});

/** @returns false where the feed was read as far as that already */
async function moveOn(
  tx: Kysely<AssistantTables>,
  system: string,
  position: number,
): Promise<boolean> {
  if (position <= 0) return false;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('feed')
    .values({ system, position })
    .onConflict((conflict) =>
      conflict.column('system').doUpdateSet({ position }).where('feed.position', '<', position),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
