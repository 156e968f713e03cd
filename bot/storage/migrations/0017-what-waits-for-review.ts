/**
 * What waits for a reviewer is counted and put in order within an index: pages ask for it often.
 * And a transcript says which content tasks its answers led to.
 */
import { sql, type Kysely, type Migration } from 'kysely';

export const whatWaitsForReview: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createIndex('transcript_to_review')
      .on('transcript')
      .columns(['organisation', 'last_sequence', 'person'])
      .where(sql.ref('to_review'), '=', sql.lit(1))
      .execute();
    await db.schema.dropIndex('review_item_in_order').execute();
    // SQLite takes an index of some rows for one of all, unless it holds all that is asked.
    await db.schema
      .createIndex('review_item_in_order')
      .on('review_item')
      .columns(['organisation', 'weight', 'sequence', 'opened_at', 'person', 'state'])
      .where(sql.ref('state'), 'in', sql`('new', 'taken')`)
      .execute();
    await db.schema
      .createIndex('content_task_answer_of_interaction')
      .on('content_task_answer')
      .column('interaction')
      .execute();
  },
};
