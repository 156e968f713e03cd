/** Requests that have not ended: who has them and by when they are expected. And what receivers reported. */
import { sql, type Kysely, type Migration } from 'kysely';

export const openRequests: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('open_request')
      .addColumn('request', 'text', (column) => column.primaryKey().references('request.id'))
      .addColumn('expected_by', 'text')
      .addColumn('told_late', 'integer', (column) => column.notNull())
      .addColumn('system', 'text')
      .addColumn('asked_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('open_request_late')
      .on('open_request')
      .column('expected_by')
      .where(sql.ref('told_late'), '=', sql.lit(0))
      .execute();
    await db.schema
      .createIndex('open_request_to_ask')
      .on('open_request')
      .columns(['system', 'asked_at'])
      .execute();
    await takeOver(db);
    await db.schema
      .createTable('report')
      .addColumn('system', 'text', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('fingerprint', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('report_key', ['system', 'id'])
      .execute();
  },
};

/** What is under way already is followed too; by when it was expected was not kept. */
async function takeOver(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into open_request (request, expected_by, told_late, system, asked_at)
    select request.id, null, 0, delivery.system, ''
    from request left join delivery on delivery.request = request.id and delivery.state = 'settled'
    where not exists (
      select 1 from request_event
      where request_event.request = request.id
        and request_event.kind in ('done', 'declined', 'withdrawn')
    )`.execute(db);
}
