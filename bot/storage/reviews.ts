/** What reviewers do, kept. Verdicts and notes are only added; a reply is written once. */
import type { Kysely } from 'kysely';
import type { Reviews } from '../console/reviews';
import { addAudit } from './audit-trail';
import { noteForReview } from './note-for-review';
import { noteWorstRating } from './note-worst-rating';
import { moveItem } from './move-review';
import { holdReviewed, reviewable } from './reviewable';
import { readQueue } from './review-queue';
import { readReviewed } from './read-reviewed';
import { replyTo } from './reply-to-rating';
import type { AssistantTables } from './tables';

type Db = Kysely<AssistantTables>;

/** @param reader reads what `db` has written, for the list, which may take long */
export const reviews = (db: Db, reader: Db, newId: () => string): Reviews => ({
  judge: (within, verdict) =>
    db.transaction().execute(async (tx) => {
      const judged = await holdReviewed(tx, within, verdict.interaction);
      if (judged === undefined) return 'unknown';
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto('verdict')
        .values(verdict)
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows !== 1n) return 'judged';
      await tx
        .updateTable('interaction')
        .set({ verdict: verdict.verdict })
        .where('id', '=', verdict.interaction)
        .execute();
      await noteWorstRating(tx, judged.conversation, judged.organisation);
      await noteForReview(tx, verdict.interaction, verdict.reviewer);
      await addAudit(tx, {
        at: new Date(verdict.at),
        who: verdict.reviewer,
        did: 'judged-answer',
        what: judged.conversation,
        reason: verdict.verdict,
        once: `verdict:${verdict.id}`,
      });
      return 'judged';
    }),

  read: (within, interaction) => readReviewed(db, within, interaction),
  reply: (within, reply, now) => replyTo(db, newId, within, reply, now),
  queue: (within, filter, page) => readQueue(reader, within, filter, page),
  move: (within, interaction, to, from, at) =>
    db.transaction().execute((tx) => moveItem(tx, within, interaction, to, from, at)),

  async note(within, note, now) {
    return db.transaction().execute(async (tx) => {
      if ((await reviewable(tx, within, note.interaction)) === undefined) return 'unknown';
      await tx
        .insertInto('review_note')
        .values({ ...note, at: now.toISOString() })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
      return 'noted';
    });
  },
});
