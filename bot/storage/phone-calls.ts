/** Keeps calls in which somebody is helped by phone: each step is one transaction. */
import type { Kysely, Selectable } from 'kysely';
import { isUnderWay, type PhoneCall, type PhoneCalls } from '../conversation/phone-calls';
import type { Commit } from '../conversation/store';
import { addAudit } from './audit-trail';
import { hold } from './dialect';
import { deleteDrafts } from './erase-words';
import { notify } from './notify';
import { Overtaken } from './overtaken';
import type { AssistantTables, Tx } from './tables';

/** Each press of one helper may find another one of theirs. */
const MOST_TRIES = 5;

export const phoneCalls = (db: Kysely<AssistantTables>, newId: () => string): PhoneCalls => ({
  async open({ id, helper, caller, organisation }, notice, now) {
    const at = now.toISOString();
    return opening(db, async (tx) => {
      const before = await openOf(tx, helper.id);
      if (before?.caller === caller && isUnderWay(before, now)) return before.id;
      if (before !== undefined) await endCall(tx, before.id, helper.id, at);
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto('phone_call')
        .values({
          id,
          helper: helper.id,
          helper_name: helper.name,
          caller,
          organisation,
          opened_at: at,
        })
        // Their own other press, at the same moment.
        .onConflict((conflict) =>
          conflict.column('helper').where('ended_at', 'is', null).doNothing(),
        )
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows !== 1n) throw new Overtaken();
      const reason = caller;
      await addAudit(tx, { at: now, who: helper.id, did: 'helped-by-phone', what: id, reason });
      await notify(tx, caller, notice, now, newId);
      return id;
    });
  },

  async find(id) {
    const row = await db
      .selectFrom('phone_call')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return row && callOf(row);
  },

  openOf: (helper) => openOf(db, helper),

  end: (id, helper, now) =>
    db.transaction().execute((tx) => endCall(tx, id, helper, now.toISOString())),
});

/** Whoever comes second sees what the first one opened. */
async function opening(
  db: Kysely<AssistantTables>,
  open: (tx: Tx) => Promise<string>,
): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await db.transaction().execute(open);
    } catch (error) {
      if (!(error instanceof Overtaken) || tries === MOST_TRIES) throw error;
    }
  }
}

async function openOf(db: Kysely<AssistantTables>, helper: string): Promise<PhoneCall | undefined> {
  const row = await db
    .selectFrom('phone_call')
    .selectAll()
    .where('helper', '=', helper)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row && callOf(row);
}

/** What was told on the phone towards a request that was not sent is nobody's draft. */
async function endCall(tx: Tx, id: string, helper: string, at: string): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('phone_call')
    .set({ ended_at: at })
    .where('id', '=', id)
    .where('helper', '=', helper)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 1n)
    await deleteDrafts(tx, (drafts) => drafts.where('draft.call', '=', id));
}

const callOf = (row: Selectable<AssistantTables['phone_call']>): PhoneCall => ({
  id: row.id,
  helper: { id: row.helper, name: row.helper_name },
  caller: row.caller,
  organisation: row.organisation,
  openedAt: new Date(row.opened_at),
  endedAt: row.ended_at === null ? null : new Date(row.ended_at),
});

/** What only the person themselves may do: nobody does it for them. */
const NEVER_BY_PHONE: ReadonlySet<Commit['effects'][number]['kind']> = new Set([
  'task-decided',
  'question-answered',
  'handover-opened',
  'handover-told',
  'handover-reopened',
  'handover-ended',
  'rated',
  'conversations-deleted',
]);

/**
 * Held until the turn is written, so that a call cannot end under it.
 * @throws Overtaken where it has ended; Error where it is none of who speaks and who helps
 */
export async function holdCall(tx: Tx, { call, person, effects }: Commit): Promise<void> {
  if (call === undefined) return;
  const never = effects.find(({ kind }) => NEVER_BY_PHONE.has(kind));
  if (never !== undefined) throw new Error(`A turn by phone tried "${never.kind}"`);
  const row = await hold(
    tx,
    tx.selectFrom('phone_call').selectAll().where('id', '=', call.id),
  ).executeTakeFirst();
  if (row?.helper !== call.helper.id || row.caller !== person)
    throw new Error(`A turn was taken in call ${call.id}, which is not of these two`);
  if (row.ended_at !== null) throw new Overtaken();
}
