/** What somebody did once is written down once, however often its form comes. */
import type { Kysely, Migration } from 'kysely';

export const auditsOnce: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('audit').addColumn('once', 'text').execute();
    await db.schema.createIndex('audit_once').unique().on('audit').column('once').execute();
  },
};
