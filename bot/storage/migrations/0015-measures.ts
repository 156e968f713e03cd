/** What is published of each month, and what it is counted from: when requests were done, which are unfinished. */
import { sql, type Kysely, type Migration } from 'kysely';
import { isPostgres } from '../dialect';

export const measures: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('published_month')
      .addColumn('organisation', 'text', (column) => column.notNull())
      .addColumn('month', 'text', (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('published_month_key', ['organisation', 'month'])
      .execute();
    await db.schema.alterTable('request_event').addColumn('done_at', 'text').execute();
    await takeOver(db);
    await db.schema
      .createIndex('request_event_done')
      .on('request_event')
      .column('done_at')
      .where(sql.ref('done_at'), 'is not', null)
      .execute();
    await db.schema
      .createIndex('interaction_unfinished')
      .on('interaction')
      .column('opened_at')
      .where(sql.ref('ended_at'), 'is', null)
      .where(sql.ref('kind'), '=', sql.lit('request'))
      .execute();
  },
};

/** What is done already is counted too. Stored times compare as texts, so they are all written alike. */
async function takeOver(db: Kysely<unknown>): Promise<void> {
  const at = isPostgres(db)
    ? sql`to_char((body::json ->> 'at')::timestamptz at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
    : sql`strftime('%Y-%m-%dT%H:%M:%fZ', json_extract(body, '$.at'))`;
  await sql`update request_event set done_at = ${at} where kind = 'done'`.execute(db);
}
