/** What a turn changes beside its own record, inside the turn's transaction. */
import type { Draft } from '../../dialogs';
import type { Commit, Effect } from '../conversation/store';
import type { Interaction, Rating } from '../feedback/interaction';
import { countAsked, countRated } from './count-policy-day';
import { hold } from './dialect';
import { forgetPerson } from './erase-words';
import { fixed } from './fixed';
import { applyHandover } from './handover-effects';
import { dropFiles, holdFiles, releaseFiles } from './hold-files';
import { noteWorstRating } from './note-worst-rating';
import { Overtaken } from './overtaken';
import { answerQuestion } from './request-answers';
import { saveRequest } from './save-request';
import { isoTime, RatingName } from './stored';
import type { Tx } from './tables';
import { decideTask, withdrawRequest } from './task-effects';

/** @throws Overtaken where another turn was first; Error where a turn touches what is somebody else's */
export async function applyEffect(
  tx: Tx,
  effect: Effect,
  commit: Commit,
  sequence: number,
  newId: () => string,
): Promise<void> {
  switch (effect.kind) {
    case 'draft-saved':
      mustBeOwn(effect.kind, effect.draft.person, commit);
      await saveDraft(tx, effect.draft, effect.expected, commit);
      return holdFiles(tx, effect.draft.id, effect.draft.files, commit.at);
    case 'draft-closed':
      await closeDraft(tx, effect.draft, effect.expected, commit);
      return releaseFiles(tx, effect.draft);
    case 'files-dropped':
      return dropFiles(tx, effect.files, commit.at);
    case 'request-confirmed':
      mustBeOwn(effect.kind, effect.request.requestedBy, commit);
      return saveRequest(tx, effect, commit.at, newId);
    case 'task-decided':
      return decideTask(tx, effect, commit);
    case 'question-answered':
      return answerQuestion(tx, effect, commit);
    case 'request-withdrawn':
      return withdrawRequest(tx, effect, commit, newId);
    case 'handover-opened':
    case 'handover-told':
    case 'handover-reopened':
    case 'handover-ended':
      return applyHandover(tx, effect, commit, sequence, newId);
    case 'interaction-opened':
      mustBeOwn(effect.kind, effect.interaction.person, commit);
      return openInteraction(tx, effect.interaction, commit);
    case 'interaction-ended':
      return endInteraction(tx, effect, commit.person);
    case 'rated':
      mustBeOwn(effect.kind, effect.rating.person, commit);
      return rate(tx, effect.rating);
    case 'conversations-deleted':
      mustBeOwn(effect.kind, effect.person, commit);
      return forgetPerson(
        tx,
        effect.person,
        { conversation: commit.conversation, sequence },
        commit.at,
      );
  }
}

function mustBeOwn(effect: Effect['kind'], owner: string, commit: Commit): void {
  if (owner === commit.person) return;
  throw new Error(`A turn tried "${effect}" for somebody else than the person who speaks`);
}

async function saveDraft(
  tx: Tx,
  draft: Draft,
  expected: number,
  { at, call }: Commit,
): Promise<void> {
  const row = {
    version: expected + 1,
    body: JSON.stringify(draft),
    updated_at: at.toISOString(),
  };
  if (expected === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('draft')
      .values({ id: draft.id, person: draft.person, call: call?.id ?? null, ...row })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n) throw new Overtaken();
    return;
  }
  const { numUpdatedRows } = await tx
    .updateTable('draft')
    .set(row)
    .where('id', '=', draft.id)
    .where('person', '=', draft.person)
    .where('version', '=', expected)
    .where('call', 'is not distinct from', call?.id ?? null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Overtaken();
}

/** What was said towards a request that is sent or dropped need not be kept twice, or at all. */
async function closeDraft(
  tx: Tx,
  id: string,
  expected: number,
  { person, call }: Commit,
): Promise<void> {
  const { numDeletedRows } = await tx
    .deleteFrom('draft')
    .where('id', '=', id)
    .where('person', '=', person)
    .where('version', '=', expected)
    .where('call', 'is not distinct from', call?.id ?? null)
    .executeTakeFirst();
  if (numDeletedRows !== 1n) throw new Overtaken();
}

interface InteractionValues extends Interaction {
  readonly clauseList: string;
  readonly policy: string | null;
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
  }),
);

async function openInteraction(tx: Tx, interaction: Interaction, { reply }: Commit): Promise<void> {
  const policy = interaction.kind === 'question' ? (reply.topics[0] ?? null) : null;
  await insertInteraction(tx, {
    ...interaction,
    openedAt: isoTime(interaction.openedAt),
    endedAt: interaction.endedAt && isoTime(interaction.endedAt),
    clauseList: JSON.stringify(interaction.clauses),
    policy,
  });
  await countAsked(tx, { ...interaction, policy }, interaction.outcome);
}

async function endInteraction(
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
}

async function rate(tx: Tx, rating: Rating): Promise<void> {
  // Held: of two ratings at once, through two doors, the second counts in place of the first.
  const rated = await hold(
    tx,
    tx
      .selectFrom('interaction')
      .select(['conversation', 'organisation', 'policy', 'opened_at as openedAt', 'rating'])
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
  if (rating.rating === null) return;
  await tx
    .updateTable('interaction')
    .set({ rating: rating.rating })
    .where('id', '=', rating.interaction)
    .execute();
  const before = RatingName.parse(rated.rating);
  await countRated(tx, rated, rating.rating, before);
  await noteWorstRating(tx, rated.conversation, rated.organisation);
}
