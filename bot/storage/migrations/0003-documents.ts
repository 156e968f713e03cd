/** Documents that organisations imported: rows are added, never changed. One row is one document, whole. */
import type { Kysely, Migration } from 'kysely';
import { createNumberedTable } from '../dialect';

export const documents: Migration = {
  async up(db: Kysely<unknown>) {
    await createNumberedTable(db, 'document')
      .addColumn('organisation', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('folder', 'text', (column) => column.notNull())
      .addColumn('sha256', 'text', (column) => column.notNull())
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('sections', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .execute();
    // Counted with every question of an organisation's staff: nothing else is read for it.
    await db.schema
      .createIndex('document_of_organisation')
      .on('document')
      .columns(['organisation', 'name', 'sequence'])
      .execute();
  },
};
