/** Handovers: questions that a person of the people team answers in the chat, and what both sides write. */
import { sql, type Kysely, type Migration } from 'kysely';
import { createNumberedTable } from '../dialect';

export const handovers: Migration = {
  async up(db: Kysely<unknown>) {
    await createNumberedTable(db, 'handover')
      .addColumn('id', 'text', (column) => column.notNull().unique())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('organisation', 'text', (column) => column.notNull())
      .addColumn('conversation', 'text', (column) => column.notNull().references('conversation.id'))
      .addColumn('interaction', 'text', (column) => column.notNull())
      .addColumn('along_from', 'text')
      .addColumn('along_before', 'bigint', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('opened_at', 'text', (column) => column.notNull())
      .addColumn('promised_at', 'text', (column) => column.notNull())
      .addColumn('taken_by', 'text')
      .addColumn('taken_name', 'text')
      .addColumn('answered_at', 'text')
      .addColumn('wrote_at', 'text')
      .addColumn('closed_at', 'text')
      .addColumn('closed_by', 'text')
      .addColumn('from_person', 'integer', (column) => column.notNull())
      .addColumn('from_team', 'integer', (column) => column.notNull())
      .addColumn('erased', 'integer', (column) => column.notNull())
      .execute();
    // Whatever is pressed at the same moment, nobody waits in two places.
    await db.schema
      .createIndex('handover_open_once')
      .unique()
      .on('handover')
      .column('person')
      .where(sql.ref('state'), '<>', sql.lit('closed'))
      .execute();
    await db.schema
      .createIndex('handover_of_organisation')
      .on('handover')
      .columns(['organisation', 'state', 'opened_at'])
      .execute();
    await createNumberedTable(db, 'handover_message')
      .addColumn('id', 'text', (column) => column.notNull().unique())
      .addColumn('handover', 'text', (column) => column.notNull().references('handover.id'))
      .addColumn('author', 'text')
      .addColumn('text', 'text')
      .addColumn('at', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('handover_message_in_order')
      .on('handover_message')
      .columns(['handover', 'sequence'])
      .execute();
    await db.schema
      .createIndex('handover_message_with_words')
      .on('handover_message')
      .column('at')
      .where(sql.ref('text'), 'is not', null)
      .execute();
  },
};
