/**
 * A change of wording may be that an own rule is said no longer. And transcripts are found by one
 * question that ended so and was rated so, whatever else was asked beside it: by indexes alone.
 */
import { sql, type Kysely, type Migration } from 'kysely';

export const withdrawnRules: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('wording_change')
      .addColumn('withdraws', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    // With the conversation in it, the rows themselves need not be read.
    await db.schema.dropIndex('interaction_of_organisation').execute();
    await db.schema
      .createIndex('interaction_of_organisation')
      .on('interaction')
      .columns(['organisation', 'opened_at', 'outcome', 'rating', 'conversation'])
      .execute();
    await db.schema
      .createIndex('interaction_of_rating')
      .on('interaction')
      .columns(['organisation', 'rating', 'outcome', 'opened_at', 'conversation'])
      .where(sql.ref('rating'), 'is not', null)
      .execute();
  },
};
