/**
 * Brings the tables up to date: migrations run in the order of their names, each once, all in one
 * transaction. Several processes may start at the same moment; the first does the work.
 */
import { sql, type Kysely, type Migration, type Transaction } from 'kysely';
import { DatabaseError } from './database-error';
import { holdMigrations } from './dialect';

export async function migrate<Tables>(
  db: Kysely<Tables>,
  migrations: Readonly<Record<string, Migration>>,
  place: string,
  schema: string,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await holdMigrations(tx, schema);
    const known = Object.keys(migrations).sort();
    const run = await alreadyRun(tx);
    const unknown = [...run].find((name) => !known.includes(name));
    if (unknown !== undefined) {
      throw new DatabaseError(
        `The data in ${place} was written by a newer version of this program: it has the change ` +
          `"${unknown}", which this version does not know. Start the newer version, or restore ` +
          'a backup from before the upgrade.',
      );
    }
    for (const [name, migration] of Object.entries(migrations).sort(byName)) {
      if (run.has(name)) continue;
      await migration.up(tx);
      await sql`insert into schema_migration (name) values (${name})`.execute(tx);
    }
  });
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : 1;

async function alreadyRun<Tables>(tx: Transaction<Tables>): Promise<ReadonlySet<string>> {
  await sql`
    create table if not exists schema_migration (
      name text primary key,
      run_at timestamp not null default current_timestamp
    )`.execute(tx);
  const { rows } = await sql<{ name: string }>`select name from schema_migration`.execute(tx);
  return new Set(rows.map(({ name }) => name));
}
