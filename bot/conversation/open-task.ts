/** A task that somebody names: whether it is theirs to decide, or what they are told instead. */
import { RequestId } from '../../dialogs';
import { longDay, today } from '../calendar/days';
import { mayApprove } from '../directory/approver';
import { wording } from '../wording';
import type { Button } from './reply';
import { plainly, type Played, type Scene } from './room';
import { askedBy, nameOf } from './task-shown';
import type { Task } from './tasks';

/** The open task of that reference, where it is theirs to decide; or what they are told instead. */
export async function openTask(scene: Scene, reference: string): Promise<Task | Played> {
  const { asking, tools, turn } = scene;
  const id = RequestId.safeParse(reference).data;
  if (id === undefined || turn.speaker.kind !== 'person') return unknown(reference);
  const all = await tools.tasks.ofRequest(id);
  const isTheirs = ({ approver, standsInFor }: Task): boolean =>
    approver === asking.id || standsInFor === asking.id;
  const last = all.findLast(isTheirs);
  if (last === undefined) return unknown(reference);
  if (last.state !== 'open') return whatBecameOf(scene, last, all);
  const may = await mayApprove(tools.directory, askedBy(last.request), asking.id);
  return may ? last : unknown(reference);
}

/** Where it was passed on, they hear to whom, and nothing of what came after. */
async function whatBecameOf(
  { tools }: Scene,
  { id, request, state, endedAt, endedBy }: Task,
  all: readonly Task[],
): Promise<Played> {
  const { before, peopleServices } = wording.approvals;
  const day = longDay(today(endedAt ?? new Date(request.confirmedAt)));
  if (state === 'approved' || state === 'declined' || state === 'withdrawn')
    return said(before[state](request.id, endedBy ?? peopleServices, day), `task ${state} before`);
  const next = all.find((task) => task.id > id);
  const to = next === undefined ? peopleServices : (await nameOf(tools, next.approver)).name;
  return said(before.passedOn(request.id, to, day), 'task passed on before');
}

function unknown(reference: string): Played {
  const shown = RequestId.safeParse(reference).data ?? null;
  return said(wording.approvals.unknown(shown), 'no such task');
}

export const said = (text: string, why: string, buttons: Button[] = []): Played =>
  plainly({ outcome: 'status', text, buttons }, why);
