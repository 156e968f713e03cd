/** Changes of organisations' own wording that wait for a second person, and what became of them. */
import { sql, type Kysely, type Migration } from 'kysely';
import { createNumberedTable } from '../dialect';

export const wordingChanges: Migration = {
  async up(db: Kysely<unknown>) {
    await createNumberedTable(db, 'wording_change')
      .addColumn('id', 'text', (column) => column.notNull().unique())
      .addColumn('organisation', 'text', (column) => column.notNull())
      .addColumn('policy', 'text', (column) => column.notNull())
      .addColumn('clause', 'text', (column) => column.notNull())
      .addColumn('wording', 'text', (column) => column.notNull())
      .addColumn('was', 'text', (column) => column.notNull())
      .addColumn('national', 'text')
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('who', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('decided_by', 'text')
      .addColumn('decided_at', 'text')
      .addColumn('decision', 'text')
      .execute();
    await db.schema
      .createIndex('wording_change_of_clause')
      .on('wording_change')
      .columns(['organisation', 'clause', 'sequence'])
      .execute();
    await db.schema
      .createIndex('wording_change_waiting')
      .on('wording_change')
      .columns(['organisation', 'sequence'])
      .where(sql.ref('state'), '=', sql.lit('waiting'))
      .execute();
    await db.schema.alterTable('variation').addColumn('change', 'text').execute();
    await db.schema.alterTable('variation').addColumn('follows', 'integer').execute();
    // Of two people who publish at the same moment, one is told that the other was quicker.
    await db.schema
      .createIndex('variation_followed_once')
      .unique()
      .on('variation')
      .columns(['organisation', 'policy', 'follows'])
      .where(sql.ref('follows'), 'is not', null)
      .execute();
  },
};
