/**
 * Puts an interaction into the review queue, moves it there, or takes it out: whatever changes of
 * an interaction calls this in the same transaction, so that the queue never says anything else.
 */
import { z } from 'zod';
import { RATINGS, REASONS } from '../feedback/interaction';
import { weightOf, type ReplyState, type ReviewState } from '../feedback/review-item';
import { isSampled } from '../feedback/sample';
import { hold } from './dialect';
import { policiesIn } from './policies-in';
import type { Tx } from './tables';

const Rated = z.enum(RATINGS).nullable();
const Why = z.enum(REASONS).nullable();

/**
 * Nobody may review what was asked outside of an organisation.
 * @param reviewer who has just done something about it: it is theirs unless it is somebody's
 */
export async function noteForReview(tx: Tx, id: string, reviewer?: string): Promise<void> {
  // Whoever else changes the same interaction waits, and then sees this.
  const row = await hold(
    tx,
    tx
      .selectFrom('interaction')
      .select(['conversation', 'organisation', 'person', 'opened_at', 'outcome'])
      .select(['clauses', 'rating', 'verdict'])
      .where('id', '=', id),
  ).executeTakeFirst();
  if (row === undefined || row.organisation === null) return;
  const { organisation, clauses, ...interaction } = row;
  const reply = await replyStateOf(tx, id);
  const reason = await newestReason(tx, id);
  const weight = weightOf({
    rating: Rated.parse(row.rating),
    reason,
    reply,
    isSampled: isSampled(id),
  });
  const before = await tx
    .selectFrom('review_item')
    .select(['weight', 'state', 'reviewer'])
    .where('interaction', '=', id)
    .executeTakeFirst();
  if (before === undefined && weight === 0) return;
  if (before?.state === 'new' && weight === 0) {
    await tx.deleteFrom('review_item').where('interaction', '=', id).execute();
    return;
  }
  const values = {
    ...interaction,
    interaction: id,
    organisation,
    policies: policiesIn(clauses),
    reason,
    reply,
    weight,
    state: stateAfter(before, { weight, reply, isJudged: row.verdict !== null }),
  };
  await tx
    .insertInto('review_item')
    .values({ ...values, reviewer: reviewer ?? null })
    .onConflict((conflict) =>
      conflict
        .column('interaction')
        .doUpdateSet({ ...values, reviewer: before?.reviewer ?? reviewer ?? null }),
    )
    .execute();
}

/** What matters more than when it was done with waits again; so does whoever was promised a reply. */
function stateAfter(
  before: { readonly weight: number; readonly state: string } | undefined,
  now: { readonly weight: number; readonly reply: ReplyState | null; readonly isJudged: boolean },
): ReviewState {
  const state = (before?.state ?? 'new') as ReviewState; // no other is ever written
  const isOver = state === 'done' || state === 'passed-over';
  const waitsAgain = now.reply === 'asked' || now.weight > (before?.weight ?? 0);
  if (isOver) return waitsAgain ? 'new' : state;
  return now.isJudged && now.reply !== 'asked' ? 'done' : state;
}

async function replyStateOf(tx: Tx, interaction: string): Promise<ReplyState | null> {
  const row = await tx
    .selectFrom('feedback_reply')
    .select('at')
    .where('interaction', '=', interaction)
    .executeTakeFirst();
  if (row === undefined) return null;
  return row.at === null ? 'asked' : 'answered';
}

async function newestReason(tx: Tx, interaction: string): Promise<z.infer<typeof Why>> {
  const row = await tx
    .selectFrom('rating')
    .select('reason')
    .where('interaction', '=', interaction)
    .where('reason', 'is not', null)
    .orderBy('sequence', 'desc')
    .executeTakeFirst();
  return Why.parse(row?.reason ?? null);
}
