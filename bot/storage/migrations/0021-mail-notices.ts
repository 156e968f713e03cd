/** Who waits for a mail that says that there is news, and who wants none. */
import type { Kysely, Migration } from 'kysely';

export const mailNotices: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('mail_notice')
      .addColumn('person', 'text', (column) => column.primaryKey())
      .addColumn('waiting_since', 'text')
      .addColumn('newest', 'bigint')
      .addColumn('mail', 'text')
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('due_at', 'text')
      .addColumn('mailed_at', 'text')
      .addColumn('trouble', 'text')
      .addColumn('stopped_at', 'text')
      .execute();
    await db.schema
      .createIndex('mail_notice_waiting')
      .on('mail_notice')
      .column('waiting_since')
      .execute();
  },
};
