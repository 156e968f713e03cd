/** What receiving services report, and whom to ask about what. */
import type { Kysely } from 'kysely';
import {
  weighReport,
  type Reported,
  type ReportId,
  type Reports,
  type StatusReport,
} from '../../dialogs';
import { hold, takeUnlocked } from './dialect';
import { addEvent, withEvents } from './request-events';
import type { AssistantTables, Tx } from './tables';

export const reports = (db: Kysely<AssistantTables>): Reports => ({
  record: (report, id) => db.transaction().execute((tx) => record(tx, report, id)),

  async toAsk(system, before, now, limit) {
    const lent = await db
      .with('next', (cte) =>
        takeUnlocked(
          db,
          cte
            .selectFrom('open_request')
            .select('request')
            .where('system', '=', system)
            .where('asked_at', '<=', before.toISOString())
            .orderBy('asked_at')
            .orderBy('request')
            .limit(limit),
        ),
      )
      .updateTable('open_request')
      .set({ asked_at: now.toISOString() })
      .where('request', 'in', (eb) => eb.selectFrom('next').select('next.request'))
      .returning('request')
      .execute();
    return lent.map(({ request }) => request);
  },
});

async function record(tx: Tx, report: StatusReport, id: ReportId | undefined): Promise<Reported> {
  // Held, so that of two reports at the same moment the second sees what the first wrote; the
  // delivery first, as whoever settles it does.
  const delivery = await hold(
    tx,
    tx
      .selectFrom('delivery')
      .select(['system', 'state', 'receiver_reference'])
      .where('request', '=', report.request),
  ).executeTakeFirst();
  const rows = await hold(
    tx,
    tx.selectFrom('request').select(['id', 'body']).where('id', '=', report.request),
  ).execute();
  const [followed] = await withEvents(tx, rows);
  if (followed === undefined || delivery?.system !== report.system) {
    return { kind: 'unknown-request' };
  }
  const seen = id === undefined ? 'new' : await see(tx, report, id);
  if (seen === 'other-words') return { kind: seen };
  const weighed = weighReport(followed, report, delivery.receiver_reference);
  if (weighed.kind !== 'recorded') return weighed;
  if (seen === 'again') return { kind: 'nothing-new' };
  for (const event of weighed.events) await addEvent(tx, event);
  // Files go after the request itself, so only the delivery knows that all of it is there.
  const hasFiles = (followed.request.files ?? []).length > 0;
  if (delivery.state !== 'settled' && !hasFiles) await settleAs(tx, report);
  return weighed;
}

/** Whoever tells of a request has it, whatever became of our call: it is not sent again. */
async function settleAs(tx: Tx, { request, system, reference, at }: StatusReport): Promise<void> {
  await tx
    .updateTable('delivery')
    .set({ state: 'settled', receiver_reference: reference })
    .where('request', '=', request)
    .execute();
  await tx
    .updateTable('open_request')
    .set({ system, asked_at: at })
    .where('request', '=', request)
    .execute();
}

/** It is known from now on. What was refused is weighed again, so that the answer to it stays the same. */
async function see(
  tx: Tx,
  { system, at }: StatusReport,
  { id, fingerprint }: ReportId,
): Promise<'new' | 'again' | 'other-words'> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('report')
    .values({ system, id, fingerprint, at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 1n) return 'new';
  const known = await tx
    .selectFrom('report')
    .select('fingerprint')
    .where('system', '=', system)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return known.fingerprint === fingerprint ? 'again' : 'other-words';
}
