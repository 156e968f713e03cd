/** How many conversations wait for a reviewer is told on the page that the console opens on. */
import { sql, type Kysely, type Migration } from 'kysely';

export const transcriptsToReview: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createIndex('transcript_to_review')
      .on('transcript')
      .columns(['organisation', 'last_sequence', 'person'])
      .where(sql.ref('to_review'), '=', sql.lit(1))
      .execute();
  },
};
