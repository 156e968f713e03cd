/** The first tables: conversations, what came of them, requests and their way to the receivers. */
import { sql, type Kysely, type Migration } from 'kysely';
import { createNumberedTable } from '../dialect';

export const conversationsAndRequests: Migration = {
  async up(db: Kysely<unknown>) {
    await conversations(db);
    await transcripts(db);
    await drafts(db);
    await messages(db);
    await messageIndexes(db);
    await interactions(db);
    await ratings(db);
    await requests(db);
    await requestEvents(db);
    await deliveries(db);
    await feeds(db);
    await audits(db);
  },
};

async function conversations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('conversation')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('door', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('organisation', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('return_address', 'text')
    .addColumn('last_at', 'text', (column) => column.notNull())
    .addColumn('erased', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('conversation_of_person')
    .on('conversation')
    .column('person')
    .execute();
}

async function transcripts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('transcript')
    .addColumn('conversation', 'text', (column) => column.notNull().references('conversation.id'))
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('door', 'text', (column) => column.notNull())
    .addColumn('turns', 'integer', (column) => column.notNull())
    .addColumn('outcomes', 'text', (column) => column.notNull())
    .addColumn('worst', 'integer')
    .addColumn('last_sequence', 'bigint', (column) => column.notNull())
    .addColumn('last_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('transcript_key', ['conversation', 'organisation'])
    .execute();
  await db.schema
    .createIndex('transcript_newest')
    .on('transcript')
    .columns(['organisation', 'last_sequence'])
    .execute();
}

async function drafts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('draft')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('draft_of_person').on('draft').column('person').execute();
}

async function messages(db: Kysely<unknown>): Promise<void> {
  await createNumberedTable(db, 'message')
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('conversation', 'text', (column) => column.notNull().references('conversation.id'))
    .addColumn('door', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('in_reply_to', 'text')
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('organisation', 'text')
    .addColumn('said', 'text')
    .addColumn('sensitivity', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('reply', 'text', (column) => column.notNull())
    .addColumn('trace', 'text')
    .addColumn('interaction', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('erased', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('sent_at', 'text')
    .addColumn('channel_id', 'text')
    .addColumn('trouble', 'text')
    .addUniqueConstraint('message_once', ['conversation', 'in_reply_to'])
    .execute();
}

async function messageIndexes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('message_in_order')
    .on('message')
    .columns(['conversation', 'sequence'])
    .execute();
  // Counting reads nothing but this. Holding all messages, it would also be taken for reading one
  // conversation, and would read the whole organisation for it.
  await db.schema
    .createIndex('message_outside_interactions')
    .on('message')
    .columns(['organisation', 'at', 'outcome'])
    .where(sql.ref('interaction'), 'is', null)
    .execute();
  await db.schema
    .createIndex('message_to_send')
    .on('message')
    .columns(['door', 'sequence'])
    .where(sql.ref('due_at'), 'is not', null)
    .execute();
  await db.schema
    .createIndex('message_unsent')
    .on('message')
    .columns(['conversation', 'sequence'])
    .where(sql.ref('due_at'), 'is not', null)
    .execute();
  await db.schema
    .createIndex('message_with_words')
    .on('message')
    .column('at')
    .where(sql.ref('erased'), '=', sql.lit(0))
    .execute();
  await db.schema
    .createIndex('message_of_person_with_words')
    .on('message')
    .column('person')
    .where(sql.ref('erased'), '=', sql.lit(0))
    .execute();
}

async function interactions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('interaction')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('organisation', 'text')
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('service', 'text')
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('opened_at', 'text', (column) => column.notNull())
    .addColumn('ended_at', 'text')
    .addColumn('ended', 'text')
    .addColumn('clauses', 'text', (column) => column.notNull())
    .addColumn('rating', 'text')
    .execute();
  await db.schema
    .createIndex('interaction_of_organisation')
    .on('interaction')
    .columns(['organisation', 'opened_at', 'outcome', 'rating'])
    .execute();
  await db.schema
    .createIndex('interaction_of_conversation')
    .on('interaction')
    .columns(['conversation', 'organisation'])
    .execute();
}

async function ratings(db: Kysely<unknown>): Promise<void> {
  await createNumberedTable(db, 'rating')
    .addColumn('interaction', 'text', (column) => column.notNull().references('interaction.id'))
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('rating', 'text')
    .addColumn('reason', 'text')
    .addColumn('comment', 'text')
    .execute();
  await db.schema.createIndex('rating_of_interaction').on('rating').column('interaction').execute();
  await db.schema
    .createIndex('rating_with_words')
    .on('rating')
    .columns(['person', 'at'])
    .where(sql.ref('comment'), 'is not', null)
    .execute();
}

async function requests(db: Kysely<unknown>): Promise<void> {
  await createNumberedTable(db, 'request')
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('draft', 'text', (column) => column.notNull().unique())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('request_of_person')
    .on('request')
    .columns(['person', 'sequence'])
    .execute();
}

async function requestEvents(db: Kysely<unknown>): Promise<void> {
  await createNumberedTable(db, 'request_event')
    .addColumn('request', 'text', (column) => column.notNull().references('request.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('told', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('request_event_of_request')
    .on('request_event')
    .columns(['request', 'sequence'])
    .execute();
  // A request is sent once and received once, whoever tells of it first.
  await db.schema
    .createIndex('request_event_once')
    .unique()
    .on('request_event')
    .columns(['request', 'kind'])
    .where(sql.ref('kind'), 'in', sql`('sent', 'received')`)
    .execute();
  await db.schema
    .createIndex('request_event_untold')
    .on('request_event')
    .column('sequence')
    .where(sql.ref('told'), '=', sql.lit(0))
    .execute();
}

async function deliveries(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('delivery')
    .addColumn('request', 'text', (column) => column.primaryKey().references('request.id'))
    .addColumn('system', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('receiver_reference', 'text')
    .execute();
  await db.schema.createIndex('delivery_due').on('delivery').columns(['state', 'due_at']).execute();
}

async function feeds(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('feed')
    .addColumn('system', 'text', (column) => column.primaryKey())
    .addColumn('position', 'bigint', (column) => column.notNull())
    .execute();
}

async function audits(db: Kysely<unknown>): Promise<void> {
  await createNumberedTable(db, 'audit')
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('who', 'text', (column) => column.notNull())
    .addColumn('did', 'text', (column) => column.notNull())
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .execute();
}
