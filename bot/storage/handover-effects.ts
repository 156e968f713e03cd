/** Opens, closes and adds to a handover inside the turn of the person whose it is. */
import type { Commit, Effect } from '../conversation/store';
import { addMessage, endInteraction, handoverRow } from './handover-rows';
import { Overtaken } from './overtaken';
import type { HandoverRow, Tx } from './tables';

type HandoverEffect = Extract<Effect, { kind: `handover-${string}` }>;

/** @throws Overtaken where it was changed meanwhile; Error where it is somebody else's */
export async function applyHandover(
  tx: Tx,
  effect: HandoverEffect,
  commit: Commit,
  sequence: number,
  newId: () => string,
): Promise<void> {
  if (effect.kind === 'handover-opened') return openHandover(tx, effect, commit, sequence, newId);
  const row = await ownHandover(tx, effect.handover, commit.person);
  switch (effect.kind) {
    case 'handover-told':
      return tell(tx, row, effect.text, commit.at, newId);
    case 'handover-reopened':
      return reopen(tx, row, effect.promisedAt, commit.at);
    case 'handover-ended':
      return end(tx, row, effect.by, commit.at);
  }
}

async function openHandover(
  tx: Tx,
  { handover, text }: Extract<Effect, { kind: 'handover-opened' }>,
  { person, conversation, at }: Commit,
  sequence: number,
  newId: () => string,
): Promise<void> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('handover')
    .values({
      id: handover.id,
      person,
      organisation: handover.organisation,
      conversation,
      interaction: handover.interaction,
      along_from: handover.along?.toISOString() ?? null,
      along_before: sequence,
      state: 'waiting',
      opened_at: at.toISOString(),
      promised_at: handover.promisedAt.toISOString(),
      from_person: text === null ? 0 : 1,
      from_team: 0,
      erased: 0,
    })
    // Its reference, or another one of this person that is not closed.
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) throw new Overtaken();
  if (text !== null)
    await addMessage(tx, { id: newId(), handover: handover.id, author: null, text }, at);
}

/** Whose it is never changes, so it is read and not held. */
async function ownHandover(tx: Tx, id: string, person: string): Promise<HandoverRow> {
  const row = await handoverRow(tx, id);
  if (row?.person !== person)
    throw new Error(`A turn changed handover ${id}, which its speaker does not have`);
  return row;
}

async function tell(
  tx: Tx,
  { id }: HandoverRow,
  text: string,
  at: Date,
  newId: () => string,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('handover')
    .set((eb) => ({
      from_person: eb('from_person', '+', 1),
      wrote_at: eb.fn.coalesce('wrote_at', eb.val(at.toISOString())),
    }))
    .where('id', '=', id)
    .where('state', '<>', 'closed')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Overtaken();
  await addMessage(tx, { id: newId(), handover: id, author: null, text }, at);
}

async function reopen(
  tx: Tx,
  { id, person }: HandoverRow,
  promised: Date,
  at: Date,
): Promise<void> {
  const other = await tx
    .selectFrom('handover')
    .select('id')
    .where('person', '=', person)
    .where('state', '<>', 'closed')
    .executeTakeFirst();
  // The index would say so too, but by ending the transaction of every turn of this moment.
  if (other !== undefined) throw new Overtaken();
  const { numUpdatedRows } = await tx
    .updateTable('handover')
    .set({
      state: 'waiting',
      opened_at: at.toISOString(),
      promised_at: promised.toISOString(),
      answered_at: null,
      wrote_at: null,
      closed_at: null,
      closed_by: null,
    })
    .where('id', '=', id)
    .where('state', '=', 'closed')
    .where('erased', '=', 0)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Overtaken();
}

async function end(tx: Tx, { id, interaction }: HandoverRow, by: string, at: Date): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('handover')
    .set({ state: 'closed', closed_at: at.toISOString(), closed_by: by, wrote_at: null })
    .where('id', '=', id)
    .where('state', '<>', 'closed')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Overtaken();
  await endInteraction(tx, interaction, at);
}

/** Nothing is left that could be answered, so an open one is closed; when and how many stays. */
export async function eraseHandovers(tx: Tx, person: string, at: Date): Promise<void> {
  const time = at.toISOString();
  const rows = await tx
    .selectFrom('handover')
    .select(['id', 'interaction', 'state'])
    .where('person', '=', person)
    .where('erased', '=', 0)
    .orderBy('id')
    .execute();
  for (const { id, interaction, state } of rows) {
    await tx
      .updateTable('handover')
      .set((eb) => ({
        state: 'closed',
        closed_at: eb.fn.coalesce('closed_at', eb.val(time)),
        wrote_at: null,
        erased: 1,
      }))
      .where('id', '=', id)
      .execute();
    await tx
      .updateTable('handover_message')
      .set({ text: null })
      .where('handover', '=', id)
      .execute();
    if (state !== 'closed') await endInteraction(tx, interaction, at);
  }
}
