/** Keeps files in a table: in PostgreSQL, which all replicas share, and in memory. */
import type { Kysely } from 'kysely';
import type { FileKeep } from '../attachments/file-keep';
import type { KeptFilesTable } from './kept-files-table';

export const tableFiles = (db: Kysely<KeptFilesTable>): FileKeep => ({
  async put(id, bytes, now) {
    await db
      .insertInto('kept_file')
      .values({ id, at: now.toISOString(), bytes: Buffer.from(bytes) })
      // It is touched, so that it is no orphan while its turn is under way.
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ at: now.toISOString() }))
      .execute();
  },

  async read(id) {
    const row = await db
      .selectFrom('kept_file')
      .select('bytes')
      .where('id', '=', id)
      .executeTakeFirst();
    return row?.bytes;
  },

  async has(id) {
    const row = await db
      .selectFrom('kept_file')
      .select('id')
      .where('id', '=', id)
      .executeTakeFirst();
    return row !== undefined;
  },

  async remove(id) {
    await db.deleteFrom('kept_file').where('id', '=', id).execute();
  },

  async removeOlder(id, time) {
    const { numDeletedRows } = await db
      .deleteFrom('kept_file')
      .where('id', '=', id)
      .where('at', '<', time.toISOString())
      .executeTakeFirst();
    return numDeletedRows === 1n;
  },

  async olderThan(time) {
    const rows = await db
      .selectFrom('kept_file')
      .select('id')
      .where('at', '<', time.toISOString())
      .execute();
    return rows.map(({ id }) => id);
  },
});
