/**
 * This week counts whom a reply is owed to: they are few of all that waits for review. And a
 * conversation's interactions are looked through, list by list, without reading their rows.
 */
import { sql, type Kysely, type Migration } from 'kysely';

export const quickLists: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createIndex('review_item_owed_a_reply')
      .on('review_item')
      .columns(['organisation', 'weight', 'sequence', 'opened_at', 'person', 'state'])
      .where(sql.ref('reply'), '=', sql.lit('asked'))
      .execute();
    await db.schema.dropIndex('interaction_of_conversation').execute();
    await db.schema
      .createIndex('interaction_of_conversation')
      .on('interaction')
      .columns(['conversation', 'organisation', 'outcome', 'rating', 'opened_at'])
      .execute();
  },
};
