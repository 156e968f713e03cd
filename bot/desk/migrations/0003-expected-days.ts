import type { Kysely, Migration } from 'kysely';

/** The day by which each request is expected now, and of events the day that they moved it to. */
export const expectedDays: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('desk_requests').addColumn('expected_by', 'text').execute();
    await db.schema.alterTable('desk_events').addColumn('expected_by', 'text').execute();
  },
};
