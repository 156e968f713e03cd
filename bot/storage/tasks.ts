/** Reads tasks, and moves them when their clocks run out. */
import type { Kysely } from 'kysely';
import type { Task, Tasks } from '../conversation/tasks';
import { holdConversations, queueNotices } from './notify';
import { addEvent, storedRequest } from './request-events';
import { addDelivery, openTask } from './save-request';
import type { AssistantTables, TaskRow } from './tables';
import { endTask } from './task-effects';

export const tasks = (db: Kysely<AssistantTables>, newId: () => string): Tasks => ({
  async openFor(person) {
    const rows = await withRequests(db)
      .where('task.state', '=', 'open')
      .where((eb) =>
        eb.or([eb('task.approver', '=', person), eb('task.stands_in_for', '=', person)]),
      )
      .orderBy('task.sequence')
      .execute();
    return rows.map(taskOf);
  },

  async standingOf(people, since) {
    if (people.length === 0) return [];
    const rows = await withRequests(db)
      .where('request.person', 'in', people)
      .where('task.state', 'in', ['open', 'approved'])
      .where('task.opened_at', '>=', since.toISOString())
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('request_event')
              .select('request_event.sequence')
              .whereRef('request_event.request', '=', 'request.id')
              .where('request_event.kind', 'in', ['declined', 'withdrawn']),
          ),
        ),
      )
      .orderBy('task.sequence')
      .execute();
    return rows.map(taskOf);
  },

  async ofRequest(request) {
    const rows = await withRequests(db)
      .where('task.request', '=', request)
      .orderBy('task.sequence')
      .execute();
    return rows.map(taskOf);
  },

  async due(now, limit) {
    const rows = await withRequests(db)
      .where('task.state', '=', 'open')
      .where('task.due_at', '<=', now.toISOString())
      .orderBy('task.due_at')
      .limit(limit)
      .execute();
    return rows.map(taskOf);
  },

  remind: ({ id, approver }, next, notice, now) =>
    db.transaction().execute(async (tx) => {
      const conversations = await holdConversations(tx, [approver], now);
      const { numUpdatedRows } = await tx
        .updateTable('task')
        .set({ reminded_at: now.toISOString(), due_at: next.toISOString() })
        .where('sequence', '=', id)
        .where('state', '=', 'open')
        .where('reminded_at', 'is', null)
        .executeTakeFirst();
      if (numUpdatedRows !== 1n) return false;
      await queueNotices(tx, conversations, [{ person: approver, notice }], now, newId);
      return true;
    }),

  passOn: ({ id, request }, next, notices, now) =>
    db.transaction().execute(async (tx) => {
      const people = notices.map(({ person }) => person);
      const conversations = people.length === 0 ? [] : await holdConversations(tx, people, now);
      if (!(await endTask(tx, id, 'passed-on', null, now))) return false;
      const { system } = await tx
        .selectFrom('task')
        .select('system')
        .where('sequence', '=', id)
        .executeTakeFirstOrThrow();
      await addEvent(tx, {
        request: request.id,
        kind: 'passed-on',
        at: now.toISOString(),
        by: null,
        note: null,
        receiverReference: null,
        to: next?.approver ?? null,
      });
      await (next === null
        ? addDelivery(tx, request.id, system, now)
        : openTask(tx, request.id, system, next, now));
      await queueNotices(tx, conversations, notices, now, newId);
      return true;
    }),
});

const withRequests = (db: Kysely<AssistantTables>) =>
  db
    .selectFrom('task')
    .innerJoin('request', 'request.id', 'task.request')
    .selectAll('task')
    .select('request.body as request_body');

const taskOf = (row: TaskRow & { readonly request_body: string }): Task => ({
  id: row.sequence,
  request: storedRequest(row.request_body),
  approver: row.approver,
  standsInFor: row.stands_in_for,
  state: row.state,
  openedAt: new Date(row.opened_at),
  remindAt: new Date(row.remind_at),
  passOnAt: new Date(row.pass_on_at),
  remindedAt: row.reminded_at === null ? null : new Date(row.reminded_at),
  endedAt: row.ended_at === null ? null : new Date(row.ended_at),
  endedBy: row.ended_by,
});
