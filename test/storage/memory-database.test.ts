import { sql, type Kysely } from 'kysely';
import { migrations } from '../../bot/storage/migrations';
import { openDatabase } from '../../bot/storage/open-database';
import type { AssistantTables } from '../../bot/storage/tables';
import { memoryDatabase } from '../support/memory-database';

/** Tables, indexes and triggers, and what is in the tables. */
async function everythingIn(db: Kysely<AssistantTables>): Promise<unknown> {
  const { rows } = await sql<{ type: string; name: string; sql: string }>`
    select type, name, tbl_name, sql from sqlite_master order by name`.execute(db);
  const names = rows.filter(({ type }) => type === 'table').map(({ name }) => name);
  const filled: Record<string, unknown> = {};
  for (const name of names) filled[name] = await rowsOf(db, name);
  return { rows, filled };
}

async function rowsOf(db: Kysely<AssistantTables>, table: string): Promise<unknown> {
  const { rows } = await sql<object>`select * from ${sql.table(table)}`.execute(db);
  // When a migration ran differs from one to the next.
  return rows.map((row) => ({ ...row, run_at: undefined }));
}

it('gives tests what the migrations make, and nothing else', async () => {
  const made = await openDatabase<AssistantTables>({ kind: 'memory' }, migrations);
  const copies = [await memoryDatabase(), await memoryDatabase()];

  const expected = await everythingIn(made);
  for (const copy of copies) expect(await everythingIn(copy)).toEqual(expected);

  await Promise.all([made, ...copies].map((db) => db.destroy()));
});
