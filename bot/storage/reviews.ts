/** Verdicts of reviewers: rows are only added, and the newest of an interaction counts. */
import type { Kysely } from 'kysely';
import type { Reviews } from '../console/reviews';
import { addAudit } from './audit-trail';
import { hold } from './dialect';
import { noteWorstRating } from './note-worst-rating';
import type { AssistantTables } from './tables';

export const reviews = (db: Kysely<AssistantTables>): Reviews => ({
  async judge({ organisations, except }, verdict) {
    if (organisations.length === 0) return 'unknown';
    return db.transaction().execute(async (tx) => {
      const judged = await tx
        .selectFrom('interaction')
        .select(['conversation', 'organisation'])
        .where('id', '=', verdict.interaction)
        .where('organisation', 'in', organisations)
        .$if(except.length > 0, (query) => query.where('person', 'not in', except))
        .executeTakeFirst();
      if (judged === undefined) return 'unknown';
      const { conversation, organisation } = judged;
      // A turn that rates takes the rows in this order too.
      await hold(
        tx,
        tx
          .selectFrom('transcript')
          .select('conversation')
          .where('conversation', '=', conversation)
          .where('organisation', '=', organisation),
      ).execute();
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
      await noteWorstRating(tx, conversation, organisation);
      await addAudit(tx, {
        at: new Date(verdict.at),
        who: verdict.reviewer,
        did: 'judged-answer',
        what: conversation,
        reason: verdict.verdict,
        once: `verdict:${verdict.id}`,
      });
      return 'judged';
    });
  },
});
