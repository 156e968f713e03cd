/** Adds to the events of a request, and reads them. */
import type { Kysely } from 'kysely';
import { ENDS, Request, RequestEvent, type FollowedRequest } from '../../dialogs';
import { isoTime, stored } from './stored';
import type { AssistantTables } from './tables';

/** The receipt said that it was sent; withdrawing and answering are the requester's own acts. */
const OWN_DEEDS: ReadonlySet<RequestEvent['kind']> = new Set(['sent', 'withdrawn', 'answered']);

/** @returns false where the request was received (or sent) before, and is not so twice */
export async function addEvent(tx: Kysely<AssistantTables>, event: RequestEvent): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('request_event')
    .values({
      request: event.request,
      kind: event.kind,
      body: JSON.stringify(event),
      told: OWN_DEEDS.has(event.kind) ? 1 : 0,
      done_at: event.kind === 'done' ? isoTime(event.at) : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  await keepOpen(tx, event);
  return true;
}

/** What has ended is not asked about any more, and is never late; another day may be late anew. */
async function keepOpen(
  tx: Kysely<AssistantTables>,
  { request, kind, expectedBy }: RequestEvent,
): Promise<void> {
  if (ENDS.includes(kind)) {
    await tx.deleteFrom('open_request').where('request', '=', request).execute();
  } else if (kind === 'expected' && expectedBy !== undefined) {
    await tx
      .updateTable('open_request')
      .set({ expected_by: expectedBy, told_late: 0 })
      .where('request', '=', request)
      .execute();
  }
}

/** In the order of the rows given. */
export async function withEvents(
  db: Kysely<AssistantTables>,
  rows: readonly { readonly id: string; readonly body: string }[],
): Promise<FollowedRequest[]> {
  if (rows.length === 0) return [];
  const events = await db
    .selectFrom('request_event')
    .select(['request', 'body'])
    .where(
      'request',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('sequence')
    .execute();
  return rows.map((row) => ({
    request: storedRequest(row.body),
    events: events.filter(({ request }) => request === row.id).map(({ body }) => storedEvent(body)),
  }));
}

export const storedRequest = (body: string): Request => stored('request', Request, body);

export const storedEvent = (body: string): RequestEvent =>
  stored('request event', RequestEvent, body);
