/** What a turn changes beside its own record, inside the turn's transaction. */
import type { Draft } from '../../dialogs';
import type { Commit, Effect } from '../conversation/store';
import { forgetPerson } from './erase-words';
import { applyHandover } from './handover-effects';
import { dropFiles, holdFiles, releaseFiles } from './hold-files';
import { endInteraction, openInteraction, rate } from './interaction-effects';
import { wantMails } from './mail-notices';
import { keepSatisfaction } from './satisfaction';
import { Overtaken } from './overtaken';
import { answerQuestion } from './request-answers';
import { saveRequest } from './save-request';
import type { Tx } from './tables';
import { askRequester, decideTask, withdrawRequest } from './task-effects';

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
    case 'requester-asked':
      return askRequester(tx, effect, commit);
    case 'question-answered':
      return answerQuestion(tx, effect, commit, newId);
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
      return rate(tx, effect, commit);
    case 'satisfied':
      mustBeOwn(effect.kind, effect.satisfaction.person, commit);
      return keepSatisfaction(tx, effect.satisfaction);
    case 'mails-wanted':
      return wantMails(tx, commit.person, effect.wanted, commit.at);
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
