/** Calls in which somebody is helped by phone, and answers of requesters on their way to the desk. */
import { sql, type Kysely, type Migration } from 'kysely';
import { createNumberedTable } from '../dialect';

export const phoneCallsAndAnswers: Migration = {
  async up(db: Kysely<unknown>) {
    await phoneCalls(db);
    await answers(db);
  },
};

async function phoneCalls(db: Kysely<unknown>): Promise<void> {
  await createNumberedTable(db, 'phone_call')
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('helper', 'text', (column) => column.notNull())
    .addColumn('helper_name', 'text', (column) => column.notNull())
    .addColumn('caller', 'text', (column) => column.notNull())
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('opened_at', 'text', (column) => column.notNull())
    .addColumn('ended_at', 'text')
    .execute();
  // Nobody is on the phone with two callers: what is typed would be written to the wrong one.
  await db.schema
    .createIndex('phone_call_open_once')
    .unique()
    .on('phone_call')
    .column('helper')
    .where(sql.ref('ended_at'), 'is', null)
    .execute();
  await db.schema.alterTable('draft').addColumn('call', 'text').execute();
  await db.schema.alterTable('message').addColumn('helper', 'text').execute();
}

async function answers(db: Kysely<unknown>): Promise<void> {
  await createNumberedTable(db, 'request_answer')
    .addColumn('request', 'text', (column) => column.notNull().references('request.id'))
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .execute();
  // Whatever is pressed twice or through two doors, a question is answered once.
  await db.schema
    .createIndex('request_answer_once')
    .unique()
    .on('request_answer')
    .columns(['request', 'question'])
    .execute();
  await db.schema
    .createIndex('request_answer_due')
    .on('request_answer')
    .column('due_at')
    .where(sql.ref('state'), '=', sql.lit('waiting'))
    .execute();
}
