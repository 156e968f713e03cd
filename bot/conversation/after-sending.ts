/** What is said of a request after it was sent, beside a change of it: a file that was forgotten, "send it again". */
import type { FollowedRequest } from '../../dialogs';
import { wording } from '../wording';
import { afterSendingIn, type AfterSending } from './after-sending-words';
import { askWhatToChange, changeOf } from './change-request';
import { attachesOf } from './draft-files';
import { ownRequest } from './own-request';
import { contactOf } from './people';
import { focusOf, plainly, type Played, type Scene } from './room';
import { statusLine } from './status-line';
import { waitsFor } from './waits-for';
import { nameOf, titleOf } from './task-shown';

/** @returns undefined where nothing was sent here, or it is something else, and is taken as usual */
export async function takeAfterSending(scene: Scene, text: string): Promise<Played | undefined> {
  const { lastSent } = scene.opened.state;
  if (lastSent === null || focusOf(scene) !== undefined) return undefined;
  const words = afterSendingIn(text);
  const sent = words === undefined ? undefined : await ownRequest(scene, lastSent.reference);
  return words === undefined || sent === undefined ? undefined : replyTo(scene, sent, words);
}

function replyTo(
  scene: Scene,
  sent: FollowedRequest,
  { kind, what }: AfterSending,
): Promise<Played | undefined> {
  const { id, summary } = sent.request;
  const words = wording.approvals.afterSending;
  switch (kind) {
    case 'again':
      return above(scene, sent, wording.request.already(id));
    case 'shown':
      return above(scene, sent, words.went(summary));
    case 'hurry':
      return hurry(scene, sent);
    case 'file':
      return addFile(scene, sent);
    case 'leaveOut':
      return leaveOut(scene, sent);
    case 'note':
      return addNote(scene, sent, what);
    case 'wrong':
      return askWhatToChange(scene, sent);
  }
}

const said = (text: string, why: string): Played => plainly({ outcome: 'status', text }, why);

/** How it stands stands below what is said. */
async function above(scene: Scene, sent: FollowedRequest, text: string): Promise<Played> {
  const line = await statusLine(scene.tools, sent, scene.turn.at);
  return said(`${text}\n\n${line}`, 'after sending');
}

/** Nobody is hurried from here but by the clock that reminds them. */
async function hurry(scene: Scene, sent: FollowedRequest): Promise<Played> {
  const { asking, tools, turn } = scene;
  const approver = waitsFor(sent);
  const people = await contactOf('people-team', asking, tools.directory, turn.at);
  const words = wording.approvals.afterSending;
  const text =
    approver === undefined
      ? words.askThem(people)
      : words.reminded((await nameOf(tools, approver)).name, people);
  const line = await statusLine(tools, sent, turn.at);
  return said(`${line}\n\n${text}`, 'cannot be hurried');
}

/** It is asked for anew, with room for the file; or they are told that none goes with it. */
async function addFile(scene: Scene, sent: FollowedRequest): Promise<Played | undefined> {
  const { asking, tools, turn } = scene;
  const service = tools.dialogs.service(sent.request.service);
  if (service === undefined) return undefined;
  if (attachesOf(scene, service) === undefined) {
    const people = await contactOf('people-team', asking, tools.directory, turn.at);
    const title = titleOf(tools, sent.request);
    return said(wording.approvals.afterSending.noFile(title, sent.request.id, people), 'no file');
  }
  return changeOf(scene, sent, (draft) => tools.dialogs.ask(draft, asking.asker));
}

/** "Can I add the note" is said of a fit note too, where a file may go with the request. */
function addNote(scene: Scene, sent: FollowedRequest, what: string): Promise<Played | undefined> {
  const { asking, tools } = scene;
  const service = tools.dialogs.service(sent.request.service);
  if (what === '' && service !== undefined && attachesOf(scene, service) !== undefined)
    return addFile(scene, sent);
  const said = what === '' ? 'change the note' : `note: ${what}`;
  return changeOf(scene, sent, (draft, ids) =>
    tools.dialogs.advance(draft, said, asking.asker, ids),
  );
}

async function leaveOut(scene: Scene, sent: FollowedRequest): Promise<Played | undefined> {
  const { asking, tools } = scene;
  const { note, reason } = sent.request.fields;
  if (note === undefined && reason === undefined)
    return above(
      scene,
      sent,
      wording.approvals.afterSending.nothingToLeaveOut(sent.request.summary),
    );
  const field = note === undefined ? 'reason' : 'note';
  return changeOf(scene, sent, (draft, ids) =>
    tools.dialogs.advance(draft, `leave the ${field} out`, asking.asker, ids),
  );
}
