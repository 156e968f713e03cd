/** Reads which files are held, and lets go of those that were sent long ago. */
import type { Kysely } from 'kysely';
import type { Attachments } from '../attachments/attachments';
import type { AssistantTables } from './tables';

export const attachments = (db: Kysely<AssistantTables>): Attachments => ({
  async heldBy(holder) {
    const rows = await db
      .selectFrom('attachment')
      .select('file')
      .where('holder', '=', holder)
      .where('released', '=', 0)
      .execute();
    return rows.map(({ file }) => file);
  },

  async released(limit) {
    const rows = await db
      .selectFrom('attachment as a')
      .select('a.file')
      .distinct()
      .where('a.released', '=', 1)
      .where('a.file', 'not in', (eb) =>
        eb
          .selectFrom('attachment as other')
          .select('other.file')
          .whereRef('other.file', '=', 'a.file')
          .where('other.released', '=', 0),
      )
      .limit(limit)
      .execute();
    return rows.map(({ file }) => file);
  },

  async forget(file) {
    await db.deleteFrom('attachment').where('file', '=', file).where('released', '=', 1).execute();
  },

  async known(files) {
    if (files.length === 0) return new Set();
    const rows = await db
      .selectFrom('attachment')
      .select('file')
      .where('file', 'in', files)
      .execute();
    return new Set(rows.map(({ file }) => file));
  },

  releaseSentBefore: (day) => releaseSentBefore(db, day),
});

/** What waits for a decision or for its delivery keeps its files, however old it is. */
async function releaseSentBefore(db: Kysely<AssistantTables>, day: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('attachment')
    .set({ released: 1 })
    .where('released', '=', 0)
    .where('at', '<', day.toISOString())
    .where('holder', 'in', (eb) => eb.selectFrom('request').select('request.id'))
    .where('holder', 'not in', (eb) =>
      eb.selectFrom('delivery').select('delivery.request').where('state', '<>', 'settled'),
    )
    .where('holder', 'not in', (eb) =>
      eb.selectFrom('task').select('task.request').where('state', '=', 'open'),
    )
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
