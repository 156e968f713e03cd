/** What agents look at: the queue, one request, and the events that senders follow. */
import type { Kysely, Selectable } from 'kysely';
import {
  type DeskEvent,
  type DeskEvents,
  type DeskQueue,
  type DeskRequest,
  DeskRequestBody,
  type DeskRequestWithEvents,
  type DeskStatus,
  nextOf,
} from './desk-request';
import type { DeskTables } from './desk-tables';

const PAGE = 50;
const HOUR_MS = 3_600_000;

export interface QueueFilter {
  /** Any status where it is empty. */
  readonly statuses: readonly DeskStatus[];
  /** Any organisation where it is empty. */
  readonly organisations: readonly string[];
  /** From 1. */
  readonly page: number;
}

export async function readQueue(
  db: Kysely<DeskTables>,
  { statuses, organisations, page }: QueueFilter,
  now: Date,
): Promise<DeskQueue> {
  let chosen = db.selectFrom('desk_requests');
  if (statuses.length > 0) chosen = chosen.where('status', 'in', statuses);
  if (organisations.length > 0) chosen = chosen.where('organisation', 'in', organisations);

  const { total } = await chosen
    .select(({ fn }) => fn.countAll().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await chosen
    .selectAll()
    .orderBy('received_at')
    .orderBy('reference')
    .limit(PAGE)
    .offset((page - 1) * PAGE)
    .execute();
  return {
    requests: rows.map((row) => deskRequest(row, now)),
    page,
    pages: Math.max(1, Math.ceil(Number(total) / PAGE)),
    total: Number(total),
  };
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
  const events = await eventRows(db).where('e.number', '>', number).limit(limit).execute();
  const newest = await db
    .selectFrom('desk_events')
    .select(({ fn }) => fn.max('number').as('last'))
    .executeTakeFirst();
  return { events, last: newest?.last ?? 0 };
}

function eventRows(db: Kysely<DeskTables>) {
  return db
    .selectFrom('desk_events as e')
    .innerJoin('desk_requests as r', 'r.reference', 'e.reference')
    .select([
      'e.number',
      'r.key',
      'e.reference',
      'e.status',
      'e.at',
      'e.by',
      'e.note',
      'e.expected_by as expectedBy',
    ])
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
    ageHours: Math.max(0, Math.floor(age / HOUR_MS)),
  };
}
