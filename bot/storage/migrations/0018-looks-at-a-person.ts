/** Who looked at what is asked by what was looked at, where a person wants to see their own data. */
import type { Kysely, Migration } from 'kysely';

export const looksAtAPerson: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createIndex('audit_of_what')
      .on('audit')
      .columns(['what', 'sequence'])
      .execute();
  },
};
