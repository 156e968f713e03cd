/** What reviewers found of interactions, and which conversations wait for one to look. */
import { sql, type Kysely, type Migration } from 'kysely';
import { createNumberedTable } from '../dialect';

export const verdicts: Migration = {
  async up(db: Kysely<unknown>) {
    await createNumberedTable(db, 'verdict')
      .addColumn('id', 'text', (column) => column.notNull().unique())
      .addColumn('interaction', 'text', (column) => column.notNull().references('interaction.id'))
      .addColumn('reviewer', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('verdict', 'text', (column) => column.notNull())
      .addColumn('cause', 'text')
      .addColumn('note', 'text')
      .execute();
    await db.schema
      .createIndex('verdict_of_interaction')
      .on('verdict')
      .column('interaction')
      .execute();
    await db.schema
      .createIndex('verdict_with_words')
      .on('verdict')
      .column('at')
      .where(sql.ref('note'), 'is not', null)
      .execute();
    await db.schema.alterTable('interaction').addColumn('verdict', 'text').execute();
    await db.schema
      .alterTable('transcript')
      .addColumn('to_review', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    // What was rated poorly before this waits too.
    await sql`update transcript set to_review = 1 where worst >= 2`.execute(db);
  },
};
