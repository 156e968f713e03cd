/** Files that came with requests, and a table for what is in them. */
import type { Kysely, Migration } from 'kysely';
import { createKeptFilesTable } from '../../storage/kept-files-table';

export const files: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('desk_files')
      .addColumn('reference', 'text', (column) =>
        column.notNull().references('desk_requests.reference'),
      )
      .addColumn('file', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('desk_files_once', ['file', 'reference'])
      .execute();
    await createKeptFilesTable(db);
  },
};
