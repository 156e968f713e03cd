/** How far a reviewer is with an interaction of the queue: one at a time has it. */
import type { Reviews } from '../console/reviews';
import type { Within } from '../directory/people-team';
import { addAudit } from './audit-trail';
import { holdReviewed } from './reviewable';
import type { Tx } from './tables';

type Arguments = Parameters<Reviews['move']>;

export async function moveItem(
  tx: Tx,
  within: Within,
  interaction: string,
  { state, reviewer }: Arguments[2],
  from: Arguments[3],
  { now, who }: Arguments[4],
): Promise<Awaited<ReturnType<Reviews['move']>>> {
  const row = await holdReviewed(tx, within, interaction);
  if (row === undefined) return 'unknown';
  if (state === 'passed-over' && (await isPromised(tx, interaction))) return 'promised';
  const { numUpdatedRows } = await tx
    .updateTable('review_item')
    .set({ state, reviewer })
    .where('interaction', '=', interaction)
    .where('reviewer', 'is not distinct from', from.reviewer)
    .where('state', '=', from.state)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return 'overtaken';
  await addAudit(tx, {
    at: now,
    who,
    did: 'moved-review',
    what: row.conversation,
    reason: state,
  });
  return 'moved';
}

/** Somebody asked for a reply and has had none. */
async function isPromised(tx: Tx, interaction: string): Promise<boolean> {
  const row = await tx
    .selectFrom('feedback_reply')
    .select('asked_at')
    .where('interaction', '=', interaction)
    .where('at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
