/**
 * "Change it to 4 to 7 May", said after it was sent: what was sent is never edited, so it is asked
 * for anew with the change, and takes the place of the first when that is agreed to.
 */
import { hasEnded, type Draft, type FollowedRequest, type Step } from '../../dialogs';
import { wording } from '../wording';
import { asOrder } from './after-sending-words';
import { closed, opening } from './draft-shown';
import { contactOf } from './people';
import { playStep } from './play-step';
import { focusOf, plainly, type Played, type Scene } from './room';
import { ownRequest } from './own-request';
import type { Effect } from './store';
import { stateOf } from './status-line';
import { waitsFor } from './waits-for';
import { titleOf } from './task-shown';
import { isChange } from './task-words';

/** @returns undefined where it changes nothing that was sent here, and is taken as usual */
export async function takeChangeWords(scene: Scene, text: string): Promise<Played | undefined> {
  const { opened, asking, tools } = scene;
  const { lastSent } = opened.state;
  if (lastSent === null || focusOf(scene) !== undefined || !isChange(text)) return undefined;
  const sent = await ownRequest(scene, lastSent.reference);
  if (sent === undefined) return undefined;
  const other = tools.dialogs.recognise(text, asking.asker);
  const isAnother = other?.certain === true && !other.isHeard;
  if (isAnother && other.service.id !== sent.request.service) return undefined;
  const changed = await changeOf(scene, sent, (draft, ids) =>
    tools.dialogs.advance(draft, asOrder(text), asking.asker, ids),
  );
  // "No, it should be 4 to 8": what it should be cannot be read, and it is asked.
  return changed ?? (isOfWhatWasSent(text) ? askWhatToChange(scene, sent) : undefined);
}

const isOfWhatWasSent = (text: string): boolean =>
  /\b(?:it|that|this|those|them|meant|wrong)\b/iu.test(text) &&
  !/\b(?:too|as well)\W*$/iu.test(text);

/** "What would you like to change?" */
export const askWhatToChange = (scene: Scene, sent: FollowedRequest): Promise<Played | undefined> =>
  changeOf(scene, sent, (draft, ids) =>
    scene.tools.dialogs.advance(draft, 'no', scene.asking.asker, ids),
  );

/**
 * What was sent, open again and changed.
 * @param change what is made of its draft
 * @returns undefined where that comes to nothing
 */
export async function changeOf(
  scene: Scene,
  sent: FollowedRequest,
  change: (draft: Draft, ids: { readonly nonce: string; readonly now: Date }) => Step,
): Promise<Played | undefined> {
  const { asking, tools, turn } = scene;
  const ids = { draft: tools.newId(), nonce: tools.newId(), now: turn.at, person: asking.id };
  const reopened = tools.dialogs.reopen(sent.request, asking.asker, ids);
  if (reopened === undefined) return undefined;
  const draft = await withFilesStillHeld(scene, sent.request.id, reopened);
  const step = change(draft, { nonce: tools.newId(), now: turn.at });
  if (step.kind !== 'ask' && step.kind !== 'confirm') return undefined;
  if (hasEnded(sent)) return ended(scene, sent);
  return underway(scene, sent, draft.id, await playStep(scene, step, 0));
}

/** What was sent long ago has let its files go: people services have them, and we have not. */
async function withFilesStillHeld({ tools }: Scene, sent: string, draft: Draft): Promise<Draft> {
  if (draft.files === undefined) return draft;
  const held = (await tools.attaching?.attachments.heldBy(sent)) ?? [];
  return { ...draft, files: draft.files.filter(({ id }) => held.includes(id)) };
}

/** The draft of the change, under what it changes. */
function underway(scene: Scene, sent: FollowedRequest, draft: string, played: Played): Played {
  const { request } = sent;
  const title = titleOf(scene.tools, request);
  const words = wording.approvals.change;
  const first =
    waitsFor(sent) === undefined
      ? words.besideSent(title, request.id)
      : words.inPlaceOf(title, request.id);
  return {
    ...played,
    effects: [
      ...earlierChanges(scene, request.id),
      opening(scene, draft, request.service),
      ...played.effects,
    ],
    reply: { ...played.reply, text: `${first}\n\n${played.reply.text}` },
  };
}

/** One change of a request at a time. */
function earlierChanges({ opened, turn }: Scene, replaces: string): readonly Effect[] {
  return opened.drafts
    .filter(({ draft }) => draft.replaces === replaces)
    .flatMap(({ draft, version }) => closed(draft.id, version, 'cancelled', turn.at.toISOString()));
}

async function ended(scene: Scene, { request, events }: FollowedRequest): Promise<Played> {
  const { asking, tools, turn } = scene;
  const contact = await contactOf('people-team', asking, tools.directory, turn.at);
  const title = titleOf(tools, request);
  return plainly(
    {
      outcome: 'status',
      text: wording.approvals.change.ended(title, request.id, stateOf(events), contact),
    },
    'has ended',
  );
}
