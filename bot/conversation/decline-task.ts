/**
 * To decline takes a reason, and the requester reads it: so it is asked for, read back, and counts
 * only after a yes to that reason for that request. Until then whatever is typed decides nothing.
 */
import { wording } from '../wording';
import { end, showTask } from './decide-task';
import { openTask, said } from './open-task';
import type { Button } from './reply';
import type { Played, Scene } from './room';
import { briefly, decideButtons, nameOf } from './task-shown';
import type { Pending } from './pending';
import type { Task } from './tasks';

export const LONGEST_REASON = 300;

/** @param reason asked for where none was given before either, and read back where it was */
export async function decline(scene: Scene, reference: string, reason = ''): Promise<Played> {
  const found = await openTask(scene, reference);
  if ('reply' in found) return found;
  const { pending } = scene.opened.state;
  const carried = pending?.kind === 'which' ? pending.reason : '';
  const why = reason.trim() || carried;
  if (why === '') return askReason(scene, found);
  const { tooLong } = wording.approvals.decision;
  return why.length > LONGEST_REASON
    ? askReason(scene, found, tooLong(LONGEST_REASON, why.length))
    : readBack(scene, found, { reason: why, mark: scene.tools.newId() });
}

/** Yes to a reason: it counts only where that reason, for that request, was read back last. */
export async function tellReason(scene: Scene, reference: string, mark: string): Promise<Played> {
  const found = await openTask(scene, reference);
  if ('reply' in found) return found;
  const read = readFor(scene, found);
  if (read?.mark === mark) return end(scene, found, { kind: 'declined', reason: read.reason });
  const { nothingYet } = wording.approvals.decision;
  return read === null
    ? showTask(scene, found, nothingYet)
    : readBack(scene, found, read, nothingYet);
}

/** What was said is no reason: what was asked for is shown once more, and that nothing is decided. */
export async function askReasonAgain(scene: Scene, reference: string): Promise<Played> {
  const found = await openTask(scene, reference);
  if ('reply' in found) return found;
  const { approvals } = wording;
  const { name } = await nameOf(scene.tools, found.request.requestedBy);
  const about = briefly(scene.tools, found.request);
  return askReason(scene, found, approvals.decision.still(name, about, reference));
}

/** After an answer to something else: the reason that was read back, or the question for one. */
export async function backToReason(scene: Scene, reference: string): Promise<Played> {
  const found = await openTask(scene, reference);
  if ('reply' in found) return found;
  const { givenName } = await nameOf(scene.tools, found.request.requestedBy);
  const back = wording.approvals.decision.backTo(givenName, reference);
  const read = readFor(scene, found);
  return read === null ? askReason(scene, found, back) : readBack(scene, found, read, back);
}

/** They were asked for the reason, and decide nothing now. */
export async function notNow(scene: Scene, reference: string): Promise<Played> {
  const found = await openTask(scene, reference);
  if ('reply' in found) return found;
  const { id } = found.request;
  return said(wording.approvals.decision.notNow(id), 'task left open', decideButtons(id));
}

type Read = NonNullable<Extract<Pending, { kind: 'reason' }>['read']>;

/** The reason that was read back last, where it was for this request. */
function readFor({ opened }: Scene, { request }: Task): Read | null {
  const { pending } = opened.state;
  return pending?.kind === 'reason' && pending.request === request.id ? pending.read : null;
}

async function askReason(scene: Scene, { request }: Task, above = ''): Promise<Played> {
  const { givenName } = await nameOf(scene.tools, request.requestedBy);
  return {
    ...said(under(above, wording.approvals.decision.why(givenName)), 'task: reason asked', [
      cancel(request.id),
    ]),
    state: { pending: { kind: 'reason', request: request.id, asked: true, read: null } },
  };
}

async function readBack(scene: Scene, { request }: Task, read: Read, above = ''): Promise<Played> {
  const { decision } = wording.approvals;
  const { name, givenName } = await nameOf(scene.tools, request.requestedBy);
  const about = briefly(scene.tools, request);
  const text = decision.readBack({ name, givenName, about, reference: request.id, ...read });
  const buttons: Button[] = [
    {
      label: decision.tell(givenName.slice(0, LONGEST_NAME)),
      press: { kind: 'tell-reason', request: request.id, mark: read.mark },
    },
    { label: decision.changeReason, press: { kind: 'change-reason', request: request.id } },
    cancel(request.id),
  ];
  return {
    ...said(under(above, text), 'task: reason read back', buttons),
    state: { pending: { kind: 'reason', request: request.id, asked: true, read } },
  };
}

/** A button's label has at most 100 letters. */
const LONGEST_NAME = 60;

const cancel = (request: string): Button => ({
  label: wording.approvals.cancel,
  press: { kind: 'not-now', request },
});

const under = (above: string, text: string): string =>
  above === '' ? text : `${above}\n\n${text}`;
