/** Tasks: requests that wait for somebody's decision. A task is added, and ended once. */
import { sql, type Kysely, type Migration } from 'kysely';
import { createNumberedTable } from '../dialect';

export const tasks: Migration = {
  async up(db: Kysely<unknown>) {
    await createNumberedTable(db, 'task')
      .addColumn('request', 'text', (column) => column.notNull().references('request.id'))
      .addColumn('system', 'text', (column) => column.notNull())
      .addColumn('approver', 'text', (column) => column.notNull())
      .addColumn('stands_in_for', 'text')
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('opened_at', 'text', (column) => column.notNull())
      .addColumn('remind_at', 'text', (column) => column.notNull())
      .addColumn('pass_on_at', 'text', (column) => column.notNull())
      .addColumn('due_at', 'text', (column) => column.notNull())
      .addColumn('reminded_at', 'text')
      .addColumn('ended_at', 'text')
      .addColumn('ended_by', 'text')
      .execute();
    await db.schema
      .createIndex('task_of_request')
      .on('task')
      .columns(['request', 'sequence'])
      .execute();
    // Whatever happens at the same moment, one person decides at a time.
    await db.schema
      .createIndex('task_open_once')
      .unique()
      .on('task')
      .column('request')
      .where(sql.ref('state'), '=', sql.lit('open'))
      .execute();
    for (const column of ['approver', 'stands_in_for', 'due_at'] as const) {
      await db.schema
        .createIndex(`task_open_by_${column}`)
        .on('task')
        .column(column)
        .where(sql.ref('state'), '=', sql.lit('open'))
        .execute();
    }
  },
};
