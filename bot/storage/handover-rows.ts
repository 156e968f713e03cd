/** Handovers as they are stored. */
import type { Handover } from '../conversation/handovers';
import type { HandoverRow, Tx } from './tables';

export const handoverOf = (row: HandoverRow): Handover => ({
  id: row.id,
  person: row.person,
  organisation: row.organisation,
  interaction: row.interaction,
  along: dateOf(row.along_from),
  state: row.state,
  openedAt: new Date(row.opened_at),
  promisedAt: new Date(row.promised_at),
  takenBy: row.taken_by === null ? null : { id: row.taken_by, name: row.taken_name ?? '' },
  answeredAt: dateOf(row.answered_at),
  wroteAt: dateOf(row.wrote_at),
  closedAt: dateOf(row.closed_at),
  closedBy: row.closed_by,
  fromPerson: row.from_person,
  fromTeam: row.from_team,
  isErased: row.erased === 1,
});

const dateOf = (time: string | null): Date | null => (time === null ? null : new Date(time));

export const handoverRow = (tx: Tx, id: string): Promise<HandoverRow | undefined> =>
  tx.selectFrom('handover').selectAll().where('id', '=', id).executeTakeFirst();

/** @returns false where a message of that id was written before */
export async function addMessage(
  tx: Tx,
  message: {
    readonly id: string;
    readonly handover: string;
    /** Null for the person. */
    readonly author: string | null;
    readonly text: string;
  },
  at: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('handover_message')
    .values({ ...message, at: at.toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** The interaction that the person is asked about when it is closed. */
export async function endInteraction(tx: Tx, interaction: string, at: Date): Promise<void> {
  await tx
    .updateTable('interaction')
    .set({ ended: 'done', ended_at: at.toISOString() })
    .where('id', '=', interaction)
    .execute();
}
