/** Who has a request, when its usual time ends, and what is asked and told beside its status. */
import type { Kysely, Migration } from 'kysely';
import { dueDay } from '../../calendar/due-day';
import { DeskRequestBody } from '../desk-request';
import type { DeskTables } from '../desk-tables';

export const whoHasItAndQuestions: Migration = {
  async up(db: Kysely<unknown>) {
    for (const column of ['service', 'due_on', 'assignee', 'assignee_name', 'waiting'] as const)
      await db.schema.alterTable('desk_requests').addColumn(column, 'text').execute();
    await db.schema
      .alterTable('desk_events')
      .addColumn('kind', 'text', (column) => column.notNull().defaultTo('status'))
      .execute();
    await db.schema.alterTable('desk_events').addColumn('question', 'integer').execute();
    for (const column of ['to', 'key'] as const)
      await db.schema.alterTable('desk_events').addColumn(column, 'text').execute();
    // The same form, or the same answer, sent twice is one event.
    await db.schema
      .createIndex('desk_events_once')
      .unique()
      .on('desk_events')
      .column('key')
      .execute();
    await fillIn(db);
    await db.schema
      .createIndex('desk_requests_due')
      .on('desk_requests')
      .columns(['status', 'due_on', 'reference'])
      .execute();
  },
};

async function fillIn(db: Kysely<DeskTables>): Promise<void> {
  const rows = await db.selectFrom('desk_requests').select(['reference', 'body']).execute();
  for (const { reference, body } of rows) {
    const request = DeskRequestBody.parse(JSON.parse(body));
    await db
      .updateTable('desk_requests')
      .set({ service: request.service, due_on: dueDay(request) })
      .where('reference', '=', reference)
      .execute();
  }
}
