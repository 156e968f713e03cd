/** A task that somebody names: whether it is theirs to decide, or what they are told instead. */
import { RequestId } from '../../dialogs';
import { longDay, today } from '../calendar/days';
import { mayApprove } from '../directory/approver';
import { wording } from '../wording';
import type { Button } from './reply';
import { plainly, type Played, type Scene } from './room';
import type { Speaker } from './turn';
import { askedBy, nameOf } from './task-shown';
import type { Task } from './tasks';

/** Who looks, and where: all of a scene that a task is read with. */
export interface Looking {
  readonly asking: { readonly id: string };
  readonly turn: { readonly speaker: Pick<Speaker, 'kind'> };
  readonly tools: Pick<Scene['tools'], 'tasks' | 'directory' | 'dialogs'>;
}

/** The open task of that reference, where it is theirs to decide; or what they are told instead. */
export async function openTask(scene: Looking, reference: string): Promise<Task | Played> {
  const found = await taskOf(scene, reference);
  if ('task' in found) return found.task;
  const { text, why, isOver } = found;
  return said(isOver ? `${text} ${wording.approvals.unchanged}` : text, why);
}

export interface Told {
  readonly text: string;
  readonly why: string;
  /** True where it was decided: then a late press is told that it changed nothing. */
  readonly isOver: boolean;
}

export async function taskOf(
  scene: Looking,
  reference: string,
): Promise<{ readonly task: Task } | Told> {
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
  return may ? { task: last } : unknown(reference);
}

/** Where it was passed on, they hear to whom, and nothing of what came after. */
async function whatBecameOf(
  { tools }: Looking,
  { id, request, state, endedAt, endedBy }: Task,
  all: readonly Task[],
): Promise<Told> {
  const { before, peopleServices } = wording.approvals;
  const day = longDay(today(endedAt ?? new Date(request.confirmedAt)));
  if (state === 'approved' || state === 'declined' || state === 'withdrawn')
    return {
      text: before[state](request.id, endedBy ?? peopleServices, day),
      why: `task ${state} before`,
      isOver: state !== 'withdrawn',
    };
  const next = all.find((task) => task.id > id);
  const to = next === undefined ? peopleServices : (await nameOf(tools, next.approver)).name;
  const text = before.passedOn(request.id, to, day);
  return { text, why: 'task passed on before', isOver: false };
}

function unknown(reference: string): Told {
  const shown = RequestId.safeParse(reference).data ?? null;
  return { text: wording.approvals.unknown(shown), why: 'no such task', isOver: false };
}

export const said = (text: string, why: string, buttons: Button[] = []): Played =>
  plainly({ outcome: 'status', text, buttons }, why);
