/**
 * The outbox is read in the order in which it is lent. The index of before ended at the moment, so
 * where a hundred thousand deliveries fell due at the same one (a receiver is back, and all are let
 * go at once) they were all sorted for each that was lent; and it held every delivery ever made.
 */
import { sql, type Kysely, type Migration } from 'kysely';

export const waitingDeliveries: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createIndex('delivery_waiting')
      .on('delivery')
      .columns(['due_at', 'request'])
      .where(sql.ref('state'), '=', sql.lit('waiting'))
      .execute();
    await db.schema
      .createIndex('delivery_parked')
      .on('delivery')
      .column('request')
      .where(sql.ref('state'), '=', sql.lit('parked'))
      .execute();
    await db.schema.dropIndex('delivery_due').execute();
    await db.schema
      .createIndex('request_answer_parked')
      .on('request_answer')
      .column('request')
      .where(sql.ref('state'), '=', sql.lit('parked'))
      .execute();
  },
};
