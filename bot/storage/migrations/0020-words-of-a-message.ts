/** A card comes after its words, as a message of its own: a thumb may be under either. */
import type { Kysely, Migration } from 'kysely';

export const wordsOfAMessage: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('message').addColumn('words_id', 'text').execute();
  },
};
