/** What agents look at: the queue, one request, and the events that senders follow. */
import type { Kysely, Selectable } from 'kysely';
import {
  type DeskEvent,
  type DeskEvents,
  type DeskQueue,
  type DeskRequest,
  DeskRequestBody,
  type DeskRequestWithEvents,
  nextOf,
  type QueueFilter,
  TOLD,
} from './desk-request';
import type { DeskTables } from './desk-tables';
import { EVENTS } from './record-event';

const PAGE = 50;
const HOUR_MS = 3_600_000;

export async function readQueue(
  db: Kysely<DeskTables>,
  filter: QueueFilter,
  now: Date,
): Promise<DeskQueue> {
  const { page, order = 'age' } = filter;
  const chosen = matching(db, filter);
  const { total } = await chosen
    .select(({ fn }) => fn.countAll().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await chosen
    .selectAll()
    .orderBy(order === 'due' ? 'due_on' : 'received_at')
    .orderBy('reference')
    .limit(PAGE)
    .offset((page - 1) * PAGE)
    .execute();
  return {
    requests: rows.map((row) => deskRequest(row, now)),
    services: await servicesIn(db, filter),
    page,
    pages: Math.max(1, Math.ceil(Number(total) / PAGE)),
    total: Number(total),
  };
}

function matching(db: Kysely<DeskTables>, filter: QueueFilter) {
  const { statuses, service, assignee, before, dueFrom, dueTo } = filter;
  let chosen = within(db, filter);
  if (statuses.length > 0) chosen = chosen.where('status', 'in', statuses);
  if (service !== undefined) chosen = chosen.where('service', '=', service);
  if (assignee === 'nobody') chosen = chosen.where('assignee', 'is', null);
  else if (assignee !== undefined) chosen = chosen.where('assignee', '=', assignee);
  if (before !== undefined) chosen = chosen.where('received_at', '<', before);
  if (dueFrom !== undefined) chosen = chosen.where('due_on', '>=', dueFrom);
  if (dueTo !== undefined) chosen = chosen.where('due_on', '<=', dueTo);
  return chosen;
}

/** What an agent may see at all. */
const within = (
  db: Kysely<DeskTables>,
  { organisations, notAbout }: Pick<QueueFilter, 'organisations' | 'notAbout'>,
) =>
  db
    .selectFrom('desk_requests')
    .$if(organisations.length > 0, (query) => query.where('organisation', 'in', organisations))
    .$if(notAbout !== undefined, (query) =>
      query.where('about', 'is distinct from', notAbout ?? null),
    );

async function servicesIn(db: Kysely<DeskTables>, filter: QueueFilter): Promise<string[]> {
  const rows = await within(db, filter).select('service').distinct().orderBy('service').execute();
  return rows.map(({ service }) => service);
}

export async function readRequest(
  db: Kysely<DeskTables>,
  reference: string,
  now: Date,
): Promise<DeskRequestWithEvents | undefined> {
  const row = await db
    .selectFrom('desk_requests')
    .selectAll()
    .where('reference', '=', reference)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const events = await eventRows(db).where('e.reference', '=', reference).execute();
  const request = deskRequest(row, now);
  return { ...request, events, next: nextOf(row.status, request) };
}

export async function eventsAfter(
  db: Kysely<DeskTables>,
  number: number,
  limit: number,
): Promise<DeskEvents> {
  // Who has it, and what its requester wrote, is no news to the sender.
  const events = await eventRows(db)
    .where('e.number', '>', number)
    .where('e.kind', 'in', TOLD)
    .limit(limit)
    .execute();
  // Of the counter, since events go with their requests: numbers that were told never go back.
  const newest = await db
    .selectFrom('desk_counters')
    .select('value')
    .where('name', '=', EVENTS)
    .executeTakeFirst();
  return { events, last: newest?.value ?? 0 };
}

function eventRows(db: Kysely<DeskTables>) {
  return db
    .selectFrom('desk_events as e')
    .innerJoin('desk_requests as r', 'r.reference', 'e.reference')
    .select(['e.number', 'r.key', 'e.reference', 'e.kind', 'e.status'])
    .select(['e.at', 'e.by', 'e.note', 'e.question', 'e.to', 'e.expected_by as expectedBy'])
    .$castTo<DeskEvent>()
    .orderBy('e.number');
}

function deskRequest(row: Selectable<DeskTables['desk_requests']>, now: Date): DeskRequest {
  const age = now.getTime() - Date.parse(row.received_at);
  const body = DeskRequestBody.parse(JSON.parse(row.body));
  const expectedBy = row.expected_by ?? body.expectedBy;
  return {
    ...body,
    ...(expectedBy === undefined ? {} : { expectedBy }),
    reference: row.reference,
    status: row.status,
    receivedAt: row.received_at,
    assignee:
      row.assignee === null ? null : { id: row.assignee, name: row.assignee_name ?? row.assignee },
    waiting: row.waiting,
    ageHours: Math.max(0, Math.floor(age / HOUR_MS)),
  };
}
