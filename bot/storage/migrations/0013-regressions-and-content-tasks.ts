/** What reviews lead to: regression questions, tasks for policy owners; and how satisfied people were in the end. */
import { sql, type Kysely, type Migration } from 'kysely';
import { createNumberedTable } from '../dialect';

export const regressionsAndContentTasks: Migration = {
  async up(db: Kysely<unknown>) {
    await regressionQuestions(db);
    await contentTasks(db);
    await satisfaction(db);
  },
};

async function regressionQuestions(db: Kysely<unknown>): Promise<void> {
  await createNumberedTable(db, 'regression_question')
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('interaction', 'text')
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('staff_group', 'text', (column) => column.notNull())
    .addColumn('clauses', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('ran_at', 'text')
    .addColumn('outcome', 'text')
    .addColumn('cited', 'text')
    .addColumn('passed', 'integer')
    .execute();
  await db.schema
    .createIndex('regression_question_of_organisation')
    .on('regression_question')
    .columns(['organisation', 'ran_at'])
    .execute();
  await db.schema
    .createIndex('regression_question_of_interaction')
    .on('regression_question')
    .column('interaction')
    .execute();
}

async function contentTasks(db: Kysely<unknown>): Promise<void> {
  await createNumberedTable(db, 'content_task')
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('policy', 'text', (column) => column.notNull())
    .addColumn('cause', 'text', (column) => column.notNull())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('changed_by', 'text')
    .addColumn('changed_at', 'text')
    .execute();
  // Whatever is pressed at the same moment, one gap has one open task.
  await db.schema
    .createIndex('content_task_open_once')
    .unique()
    .on('content_task')
    .columns(['organisation', 'policy', 'cause'])
    .where(sql.ref('state'), 'in', sql`('open', 'being-written')`)
    .execute();
  await db.schema
    .createIndex('content_task_of_organisation')
    .on('content_task')
    .columns(['organisation', 'state'])
    .execute();
  await db.schema
    .createTable('content_task_answer')
    .addColumn('task', 'text', (column) => column.notNull().references('content_task.id'))
    .addColumn('interaction', 'text', (column) => column.notNull().references('interaction.id'))
    .addPrimaryKeyConstraint('content_task_answer_once', ['task', 'interaction'])
    .execute();
}

async function satisfaction(db: Kysely<unknown>): Promise<void> {
  await createNumberedTable(db, 'satisfaction')
    .addColumn('interaction', 'text', (column) => column.notNull().references('interaction.id'))
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('score', 'integer')
    .addColumn('comment', 'text')
    .execute();
  await db.schema
    .createIndex('satisfaction_of_interaction')
    .on('satisfaction')
    .column('interaction')
    .execute();
  await db.schema
    .createIndex('satisfaction_with_words')
    .on('satisfaction')
    .columns(['person', 'at'])
    .where(sql.ref('comment'), 'is not', null)
    .execute();
}
