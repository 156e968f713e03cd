/** What a turn changes of interactions: they open, end and are rated. */
import { OutcomeName } from '../conversation/reply';
import type { Commit, Effect } from '../conversation/store';
import type { Interaction, Rating } from '../feedback/interaction';
import { isSampled } from '../feedback/sample';
import { BEING_CHECKED } from './being-checked';
import { countAsked, countRated, UNANSWERED } from './count-policy-day';
import { hold } from './dialect';
import { fixed } from './fixed';
import { noteForReview } from './note-for-review';
import { noteWorstRating } from './note-worst-rating';
import { isoTime, RatingName } from './stored';
import type { Tx } from './tables';

interface InteractionValues extends Interaction {
  readonly clauseList: string;
  readonly policy: string | null;
  readonly beingChecked: number;
}

const insertInteraction = fixed((db, values: InteractionValues) =>
  db.insertInto('interaction').values({
    id: values.id,
    person: values.person,
    organisation: values.organisation,
    conversation: values.conversation,
    kind: values.kind,
    service: values.service,
    outcome: values.outcome,
    opened_at: values.openedAt,
    ended_at: values.endedAt,
    clauses: values.clauseList,
    policy: values.policy,
    being_checked: values.beingChecked,
  }),
);

export async function openInteraction(
  tx: Tx,
  interaction: Interaction,
  { reply, trace }: Pick<Commit, 'reply' | 'trace'>,
): Promise<void> {
  const policy = interaction.kind === 'question' ? (reply.topics[0] ?? null) : null;
  const isBeingChecked = interaction.outcome === UNANSWERED && trace.why === BEING_CHECKED;
  await insertInteraction(tx, {
    ...interaction,
    openedAt: isoTime(interaction.openedAt),
    endedAt: interaction.endedAt && isoTime(interaction.endedAt),
    clauseList: JSON.stringify(interaction.clauses),
    policy,
    beingChecked: Number(isBeingChecked),
  });
  await countAsked(tx, { ...interaction, policy }, interaction.outcome, isBeingChecked);
  if (isSampled(interaction.id)) await noteForReview(tx, interaction.id);
}

export async function endInteraction(
  tx: Tx,
  effect: Extract<Effect, { kind: 'interaction-ended' }>,
  person: string,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('interaction')
    .set({ outcome: effect.outcome, ended: effect.ended, ended_at: isoTime(effect.at) })
    .where('id', '=', effect.interaction)
    .where('person', '=', person)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) {
    throw new Error(
      `A turn ended interaction ${effect.interaction}, which its person does not have`,
    );
  }
  await tx
    .updateTable('review_item')
    .set({ outcome: effect.outcome })
    .where('interaction', '=', effect.interaction)
    .execute();
}

export async function rate(
  tx: Tx,
  { rating, wantsReply }: Extract<Effect, { kind: 'rated' }>,
  { conversation, at }: Pick<Commit, 'conversation' | 'at'>,
): Promise<void> {
  // Held: of two ratings at once, through two doors, the second counts in place of the first.
  const rated = await hold(
    tx,
    tx
      .selectFrom('interaction')
      .select(['conversation', 'organisation', 'policy', 'opened_at as openedAt', 'rating'])
      .select('outcome')
      .where('id', '=', rating.interaction)
      .where('person', '=', rating.person),
  ).executeTakeFirst();
  if (rated === undefined) {
    throw new Error(
      `A turn rated interaction ${rating.interaction}, which its person does not have`,
    );
  }
  await tx
    .insertInto('rating')
    .values({ ...rating, at: isoTime(rating.at) })
    .execute();
  if (rating.rating !== null) {
    await tx
      .updateTable('interaction')
      .set({ rating: rating.rating })
      .where('id', '=', rating.interaction)
      .execute();
    const before = RatingName.parse(rated.rating);
    await countRated(tx, rated, OutcomeName.parse(rated.outcome), rating.rating, before);
    await noteWorstRating(tx, rated.conversation, rated.organisation);
  }
  if (wantsReply) await askForReply(tx, rating, conversation, at);
  await noteForReview(tx, rating.interaction);
}

/** Asked again, it is the same wish. */
async function askForReply(
  tx: Tx,
  { interaction, person }: Rating,
  conversation: string,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('feedback_reply')
    .values({ interaction, person, conversation, asked_at: at.toISOString() })
    .onConflict((conflict) => conflict.column('interaction').doNothing())
    .execute();
}
