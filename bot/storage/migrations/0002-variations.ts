/** Organisations' own wording beside the national policies: rows are added, never changed. */
import { sql, type Kysely, type Migration } from 'kysely';
import { createNumberedTable } from '../dialect';

export const variations: Migration = {
  async up(db: Kysely<unknown>) {
    await createNumberedTable(db, 'variation')
      .addColumn('organisation', 'text', (column) => column.notNull())
      .addColumn('policy', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull())
      .addColumn('clauses', 'text', (column) => column.notNull())
      .addColumn('who', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('variation_of_organisation')
      .on('variation')
      .columns(['organisation', 'sequence'])
      .execute();
    // Counted every second while an organisation's staff ask: nothing else is read for it.
    await db.schema
      .createIndex('variation_settled')
      .on('variation')
      .columns(['organisation', 'policy', 'sequence', 'state'])
      .where(sql.ref('state'), '<>', sql.lit('draft'))
      .execute();
    // Two processes that start at once cannot both fill the empty table.
    await db.schema
      .createIndex('variation_seeded_once')
      .unique()
      .on('variation')
      .columns(['organisation', 'policy'])
      .where(sql.ref('who'), '=', sql.lit('seed'))
      .execute();
  },
};
