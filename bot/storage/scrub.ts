/**
 * What was erased leaves the disk too. SQLite overwrites it in the file at once (`secure_delete`),
 * and an older copy stands in its log until that is written back; PostgreSQL keeps the older copy
 * of a row until the table is vacuumed. Copies that somebody made, such as backups, are theirs.
 */
import { sql, type Kysely } from 'kysely';
import { isPostgres } from './dialect';

export async function scrub<Tables>(db: Kysely<Tables>): Promise<void> {
  await (isPostgres(db) ? sql`vacuum` : sql`pragma wal_checkpoint(truncate)`).execute(db);
}
