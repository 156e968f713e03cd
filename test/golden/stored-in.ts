import { sql, type Kysely } from 'kysely';
import type { AssistantTables } from '../../bot/storage/tables';

/** Every row of every table, as one text. */
export async function storedIn(db: Kysely<AssistantTables>): Promise<string> {
  const tables = await db.introspection.getTables();
  const rows = await Promise.all(
    tables.map(({ name }) => sql`select * from ${sql.table(name)}`.execute(db)),
  );
  return JSON.stringify(rows.map((found) => found.rows));
}
