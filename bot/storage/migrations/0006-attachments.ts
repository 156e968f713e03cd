/** Files that go with requests: which is held by what, and a table for what is in them. */
import type { Kysely, Migration } from 'kysely';
import { createKeptFilesTable } from '../kept-files-table';

export const attachments: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('attachment')
      .addColumn('file', 'text', (column) => column.notNull())
      .addColumn('holder', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('released', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('attachment_once', ['file', 'holder'])
      .execute();
    await db.schema.createIndex('attachment_holder').on('attachment').column('holder').execute();
    await db.schema
      .createIndex('attachment_released')
      .on('attachment')
      .columns(['released', 'at'])
      .execute();
    await createKeptFilesTable(db);
  },
};
