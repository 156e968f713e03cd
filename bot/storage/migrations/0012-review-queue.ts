/** The review queue, the notes in it, and replies to those who asked for one. */
import { sql, type Kysely, type Migration } from 'kysely';
import { createNumberedTable } from '../dialect';
import { isSampled } from '../../feedback/sample';
import { policiesIn } from '../policies-in';

const STEP = 2000;

export const reviewQueue: Migration = {
  async up(db: Kysely<unknown>) {
    await replies(db);
    await items(db);
    await itemsOfPerson(db);
    await notes(db);
    await fill(db);
  },
};

async function replies(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('feedback_reply')
    .addColumn('interaction', 'text', (column) => column.primaryKey().references('interaction.id'))
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('asked_at', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.unique())
    .addColumn('by', 'text')
    .addColumn('by_name', 'text')
    .addColumn('text', 'text')
    .addColumn('at', 'text')
    .execute();
  await db.schema
    .createIndex('feedback_reply_with_words')
    .on('feedback_reply')
    .columns(['person', 'at'])
    .where(sql.ref('text'), 'is not', null)
    .execute();
}

async function items(db: Kysely<unknown>): Promise<void> {
  await createNumberedTable(db, 'review_item')
    .addColumn('interaction', 'text', (column) =>
      column.notNull().unique().references('interaction.id'),
    )
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('opened_at', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('policies', 'text', (column) => column.notNull())
    .addColumn('rating', 'text')
    .addColumn('reason', 'text')
    .addColumn('reply', 'text')
    .addColumn('verdict', 'text')
    .addColumn('weight', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('reviewer', 'text')
    .execute();
  await db.schema
    .createIndex('review_item_in_order')
    .on('review_item')
    .columns(['organisation', 'weight', 'sequence'])
    .where(sql.ref('state'), 'in', sql`('new', 'taken')`)
    .execute();
  await db.schema
    .createIndex('review_item_of_organisation')
    .on('review_item')
    .columns(['organisation', 'weight', 'sequence'])
    .execute();
}

async function itemsOfPerson(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('review_item_of_person').on('review_item').column('person').execute();
}

async function notes(db: Kysely<unknown>): Promise<void> {
  await createNumberedTable(db, 'review_note')
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('interaction', 'text', (column) => column.notNull().references('interaction.id'))
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('text', 'text')
    .execute();
  await db.schema
    .createIndex('review_note_of_interaction')
    .on('review_note')
    .column('interaction')
    .execute();
  await db.schema
    .createIndex('review_note_with_words')
    .on('review_note')
    .column('at')
    .where(sql.ref('text'), 'is not', null)
    .execute();
}

/**
 * What was rated poorly before this waits too, and the sample of what was not rated. Written out
 * here, since what fills the queue later may change.
 */
async function fill(db: Kysely<unknown>): Promise<void> {
  for (let after = ''; ;) {
    const { rows } = await sql<Known>`
      select id, conversation, organisation, person, opened_at, outcome, clauses, rating, verdict
      from interaction where id > ${after} and organisation is not null
      order by id limit ${STEP}`.execute(db);
    for (const { clauses, ...row } of rows) {
      const weight =
        row.rating === null ? Number(isSampled(row.id)) * 10 : (WEIGHTS[row.rating] ?? 0);
      if (weight > 0)
        await sql`insert into review_item (interaction, conversation, organisation, person,
          opened_at, outcome, policies, rating, verdict, weight, state) values (${row.id},
          ${row.conversation}, ${row.organisation}, ${row.person}, ${row.opened_at}, ${row.outcome},
          ${policiesIn(clauses)}, ${row.rating}, ${row.verdict}, ${weight},
          ${row.verdict === null ? 'new' : 'done'})`.execute(db);
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

interface Known {
  readonly id: string;
  readonly conversation: string;
  readonly organisation: string;
  readonly person: string;
  readonly opened_at: string;
  readonly outcome: string;
  readonly clauses: string;
  readonly rating: string | null;
  readonly verdict: string | null;
}

const WEIGHTS: Readonly<Record<string, number>> = { no: 40, partly: 20 };
