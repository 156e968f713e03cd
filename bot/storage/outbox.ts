/** The outbox over a table: lending a delivery moves the moment at which it falls due again. */
import type { Kysely } from 'kysely';
import { LOAN_MS, type Outbox, type RequestId } from '../../dialogs';
import { takeUnlocked } from './dialect';
import { addEvent, storedRequest } from './request-events';
import type { AssistantTables } from './tables';

type Db = Kysely<AssistantTables>;

export const outbox = (db: Db): Outbox => ({
  claim: (now) => claim(db, now),
  settle: (id, receiverReference, now) => settle(db, id, receiverReference, now),

  async retryAt(id, when, reason) {
    await db
      .updateTable('delivery')
      .set((eb) => ({ due_at: when.toISOString(), failures: eb('failures', '+', 1), reason }))
      .where('request', '=', id)
      .where('state', '=', 'waiting')
      .execute();
  },

  park: (id, reason, now) => park(db, id, reason, now),

  async replay(id, now) {
    const { numUpdatedRows } = await db
      .updateTable('delivery')
      .set({ state: 'waiting', failures: 0, due_at: now.toISOString() })
      .where('request', '=', id)
      .where('state', '=', 'parked')
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  },

  async nextDue() {
    const next = await db
      .selectFrom('delivery')
      .select('due_at')
      .where('state', '=', 'waiting')
      .orderBy('due_at')
      .limit(1)
      .executeTakeFirst();
    return next && new Date(next.due_at);
  },
});

async function claim(db: Db, now: Date): ReturnType<Outbox['claim']> {
  const lent = await db
    .with('next', (cte) =>
      takeUnlocked(
        db,
        cte
          .selectFrom('delivery')
          .select('request')
          .where('state', '=', 'waiting')
          .where('due_at', '<=', now.toISOString())
          .orderBy('due_at')
          .orderBy('request')
          .limit(1),
      ),
    )
    .updateTable('delivery')
    .set({ due_at: new Date(now.getTime() + LOAN_MS).toISOString() })
    .where('request', 'in', (eb) => eb.selectFrom('next').select('next.request'))
    .returning(['request', 'system', 'failures'])
    .executeTakeFirst();
  if (lent === undefined) return undefined;
  const { body } = await db
    .selectFrom('request')
    .select('body')
    .where('id', '=', lent.request)
    .executeTakeFirstOrThrow();
  return { request: storedRequest(body), system: lent.system, failures: lent.failures };
}

/** Also where it was parked meanwhile: the receiver has it, and that is what counts. */
const settle = (db: Db, id: RequestId, receiverReference: string, now: Date): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const settled = await tx
      .updateTable('delivery')
      .set({ state: 'settled', receiver_reference: receiverReference })
      .where('request', '=', id)
      .where('state', '<>', 'settled')
      .returning('system')
      .executeTakeFirst();
    if (settled === undefined) {
      // Who takes it told of it before our call came back; what it is called there is known only now.
      await tx
        .updateTable('delivery')
        .set({ receiver_reference: receiverReference })
        .where('request', '=', id)
        .where('receiver_reference', 'is', null)
        .execute();
      return;
    }
    await addEvent(tx, {
      request: id,
      kind: 'received',
      at: now.toISOString(),
      by: null,
      note: null,
      receiverReference,
    });
    // After the event, as everybody does, so that nobody waits for somebody who waits for them.
    await tx
      .updateTable('open_request')
      .set({ system: settled.system, asked_at: now.toISOString() })
      .where('request', '=', id)
      .execute();
  });

const park = (db: Db, id: RequestId, reason: string, now: Date): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('delivery')
      .set((eb) => ({ state: 'parked', failures: eb('failures', '+', 1), reason }))
      .where('request', '=', id)
      .where('state', '=', 'waiting')
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) return;
    await addEvent(tx, {
      request: id,
      kind: 'parked',
      at: now.toISOString(),
      by: null,
      note: reason,
      receiverReference: null,
    });
  });
