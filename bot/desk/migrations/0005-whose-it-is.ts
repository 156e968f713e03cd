/** Who handed a request in, so that theirs are found once they have left and ask for erasure. */
import type { Kysely, Migration } from 'kysely';
import { DeskRequestBody } from '../desk-request';
import type { DeskTables } from '../desk-tables';

export const whoseItIs: Migration = {
  async up(db: Kysely<unknown>) {
    for (const column of ['requester', 'requester_email'] as const)
      await db.schema.alterTable('desk_requests').addColumn(column, 'text').execute();
    await fillIn(db);
    for (const column of ['requester', 'requester_email'] as const)
      await db.schema
        .createIndex(`desk_requests_of_${column}`)
        .on('desk_requests')
        .column(column)
        .execute();
  },
};

async function fillIn(db: Kysely<DeskTables>): Promise<void> {
  const rows = await db.selectFrom('desk_requests').select(['reference', 'body']).execute();
  for (const { reference, body } of rows) {
    const { requestedBy } = DeskRequestBody.parse(JSON.parse(body));
    await db
      .updateTable('desk_requests')
      .set({ requester: requestedBy.id, requester_email: requestedBy.email.toLowerCase() })
      .where('reference', '=', reference)
      .execute();
  }
}
