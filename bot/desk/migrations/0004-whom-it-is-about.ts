/** Whom a request is about, where that is not its requester: who works here does not see those about themselves. */
import type { Kysely, Migration } from 'kysely';
import { DeskRequestBody } from '../desk-request';
import type { DeskTables } from '../desk-tables';

export const whomItIsAbout: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('desk_requests').addColumn('about', 'text').execute();
    await fillIn(db);
  },
};

async function fillIn(db: Kysely<DeskTables>): Promise<void> {
  const rows = await db.selectFrom('desk_requests').select(['reference', 'body']).execute();
  for (const { reference, body } of rows) {
    const { onBehalfOf } = DeskRequestBody.parse(JSON.parse(body));
    if (onBehalfOf === undefined) continue;
    await db
      .updateTable('desk_requests')
      .set({ about: onBehalfOf })
      .where('reference', '=', reference)
      .execute();
  }
}
