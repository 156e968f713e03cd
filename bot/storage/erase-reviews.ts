/** Takes out what reviewers wrote about somebody's interactions: it may repeat what was said. */
import { noteForReview } from './note-for-review';
import type { Tx } from './tables';

export async function eraseReviews(tx: Tx, person: string): Promise<void> {
  const theirs = tx
    .selectFrom('interaction')
    .select('interaction.id')
    .where('interaction.person', '=', person);
  await tx
    .updateTable('verdict')
    .set({ note: null })
    .where('note', 'is not', null)
    .where('interaction', 'in', theirs)
    .execute();
  await tx
    .updateTable('review_note')
    .set({ text: null })
    .where('text', 'is not', null)
    .where('interaction', 'in', theirs)
    .execute();
  await tx
    .updateTable('feedback_reply')
    .set({ text: null })
    .where('person', '=', person)
    .where('text', 'is not', null)
    .execute();
  // A question that was kept stays, which names nobody, and with it whom it is hidden from.
  // Nobody can reply to words that are gone.
  const asked = await tx
    .deleteFrom('feedback_reply')
    .where('person', '=', person)
    .where('at', 'is', null)
    .returning('interaction')
    .execute();
  for (const { interaction } of asked) await noteForReview(tx, interaction);
  // And nobody can review them.
  await tx
    .updateTable('review_item')
    .set({ state: 'passed-over' })
    .where('person', '=', person)
    .where('state', 'in', ['new', 'taken'])
    .execute();
}
