/** Deletes interactions with what people and reviewers said of them. The months that they are counted in were published. */
import type { Tx } from './tables';

/** Whose rows are of one interaction. */
const BESIDE = [
  'rating',
  'satisfaction',
  'verdict',
  'review_note',
  'review_item',
  'feedback_reply',
  'content_task_answer',
] as const;

export async function deleteInteractions(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  for (const table of BESIDE) await tx.deleteFrom(table).where('interaction', 'in', ids).execute();
  await tx
    .updateTable('regression_question')
    .set({ interaction: null })
    .where('interaction', 'in', ids)
    .execute();
  await tx.deleteFrom('interaction').where('id', 'in', ids).execute();
}
