/**
 * Transcripts are found by what was asked in them, what was said of it, and who judged it: each by
 * an index. And a change of wording may be a rule that the organisation did not have.
 */
import { sql, type Kysely, type Migration } from 'kysely';

export const narrowedTranscriptsAndNewRules: Migration = {
  async up(db: Kysely<unknown>) {
    await ofInteractions(db);
    await db.schema
      .createIndex('rating_of_reason')
      .on('rating')
      .columns(['reason', 'interaction'])
      .where(sql.ref('reason'), 'is not', null)
      .execute();
    await db.schema
      .createIndex('verdict_of_reviewer')
      .on('verdict')
      .columns(['reviewer', 'interaction'])
      .execute();
    await db.schema.alterTable('wording_change').addColumn('rule', 'text').execute();
  },
};

async function ofInteractions(db: Kysely<unknown>): Promise<void> {
  // With the conversation in it, the rows themselves need not be read.
  await db.schema.dropIndex('interaction_of_policy').execute();
  await db.schema
    .createIndex('interaction_of_policy')
    .on('interaction')
    .columns(['organisation', 'policy', 'opened_at', 'conversation'])
    .execute();
  for (const column of ['service', 'verdict'])
    await db.schema
      .createIndex(`interaction_of_${column}`)
      .on('interaction')
      .columns(['organisation', column, 'opened_at', 'conversation'])
      .where(sql.ref(column), 'is not', null)
      .execute();
}
