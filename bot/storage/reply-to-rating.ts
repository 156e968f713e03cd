/** Replies to somebody who asked for it: the reply, its notice and its line in the audit are one transaction. */
import type { Kysely } from 'kysely';
import type { NewReply, Reviews } from '../console/reviews';
import type { Within } from '../directory/people-team';
import { addAudit } from './audit-trail';
import { lostToAnother } from './dialect';
import { noteForReview } from './note-for-review';
import { holdConversations, queueNotices } from './notify';
import { holdReviewed } from './reviewable';
import type { AssistantTables, Tx } from './tables';

/** A turn of the same person may end ours at the same moment; twice in a row is a fault. */
const MOST_TRIES = 3;

type Done = Awaited<ReturnType<Reviews['reply']>>;

export async function replyTo(
  db: Kysely<AssistantTables>,
  newId: () => string,
  within: Within,
  reply: NewReply,
  now: Date,
): Promise<Done> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await db.transaction().execute((tx) => replyOnce(tx, newId, within, reply, now));
    } catch (error) {
      if (!lostToAnother(error) || tries === MOST_TRIES) throw error;
    }
  }
}

async function replyOnce(
  tx: Tx,
  newId: () => string,
  within: Within,
  { id, interaction, by, text, notice }: NewReply,
  now: Date,
): Promise<Done> {
  const asked = await tx
    .selectFrom('feedback_reply')
    .select(['person', 'conversation'])
    .where('interaction', '=', interaction)
    .executeTakeFirst();
  if (asked === undefined) return 'unknown';
  // Before anything else, as a turn does, so that neither waits for the other.
  const conversations = await holdConversations(tx, [asked.person], now);
  const judged = await holdReviewed(tx, within, interaction);
  if (judged === undefined) return 'unknown';
  const { numUpdatedRows } = await tx
    .updateTable('feedback_reply')
    .set({ id, by: by.id, by_name: by.name, text, at: now.toISOString() })
    .where('interaction', '=', interaction)
    .where('at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return (await isThis(tx, interaction, id)) ? 'replied' : 'overtaken';
  const there = conversations.filter((conversation) => conversation.id === asked.conversation);
  await queueNotices(tx, there, [{ person: asked.person, notice }], now, newId);
  await noteForReview(tx, interaction, by.id);
  await addAudit(tx, {
    at: now,
    who: by.id,
    did: 'replied-to-rating',
    what: judged.conversation,
    reason: null,
    once: `reply:${interaction}`,
  });
  return 'replied';
}

/** The same form came again. */
const isThis = async (tx: Tx, interaction: string, id: string): Promise<boolean> =>
  (await tx
    .selectFrom('feedback_reply')
    .select('id')
    .where('interaction', '=', interaction)
    .where('id', '=', id)
    .executeTakeFirst()) !== undefined;
