import type { Kysely, Migration } from 'kysely';

/** Requests as they came in, what happened to each, and the counters of references and events. */
export const requestsAndEvents: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('desk_requests')
      .addColumn('reference', 'text', (column) => column.primaryKey())
      .addColumn('key', 'text', (column) => column.notNull().unique())
      .addColumn('fingerprint', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('organisation', 'text', (column) => column.notNull())
      .addColumn('received_at', 'text', (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('desk_requests_queue')
      .on('desk_requests')
      .columns(['status', 'received_at', 'reference'])
      .execute();
    await db.schema
      .createTable('desk_events')
      .addColumn('number', 'integer', (column) => column.primaryKey())
      .addColumn('reference', 'text', (column) =>
        column.notNull().references('desk_requests.reference'),
      )
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('by', 'text')
      .addColumn('note', 'text')
      .execute();
    await db.schema
      .createIndex('desk_events_of_request')
      .on('desk_events')
      .columns(['reference', 'number'])
      .execute();
    await db.schema
      .createTable('desk_counters')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('value', 'integer', (column) => column.notNull())
      .execute();
  },
};
