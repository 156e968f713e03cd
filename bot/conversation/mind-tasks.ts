/**
 * The clocks of tasks: an approver is reminded once, and then the request goes to somebody else.
 * Safe to run in several processes and to lose at any line: each step is one transaction of the
 * store, which takes it once.
 */
import { today } from '../calendar/days';
import { approverOf, isAway, mayApprove } from '../directory/approver';
import type { PersonId } from '../directory/directory';
import { wording } from '../wording';
import { plainReply } from './reply';
import { passOnAfterReminder } from './task-clock';
import {
  askedBy,
  nameOf,
  taskFor,
  taskNotice,
  namedInNotice,
  type ShowingTask,
} from './task-shown';
import type { NewTask, NoticeTo, Task, Tasks } from './tasks';

export interface MindTools extends ShowingTask {
  readonly tasks: Pick<Tasks, 'due' | 'ofRequest' | 'remind' | 'passOn' | 'standingOf'>;
  readonly clock: () => Date;
}

/** What became of one task whose clock had run out. */
export interface Minded {
  readonly request: string;
  readonly kind: 'reminded' | 'passed-on' | 'delivered';
}

const AT_ONCE = 50;

/** @returns what was done, in order; nothing for what another process did first */
export async function mindTasks(tools: MindTools): Promise<readonly Minded[]> {
  const now = tools.clock();
  const done: Minded[] = [];
  for (const task of await tools.tasks.due(now, AT_ONCE)) {
    const kind = await mindOne(tools, task, now);
    if (kind !== undefined) done.push({ request: task.request.id, kind });
  }
  return done;
}

/** Who is away, or may not decide any more, is not waited for. */
async function mindOne(
  tools: MindTools,
  task: Task,
  now: Date,
): Promise<Minded['kind'] | undefined> {
  const isThere = await canStillDecide(tools, task, today(now));
  if (isThere && task.remindedAt === null) {
    const { reminder } = wording.approvals.task;
    const notice = await taskNotice(tools, task.request, task.standsInFor, reminder);
    const next = passOnAfterReminder(task.passOnAt, now);
    return (await tools.tasks.remind(task, next, notice, now)) ? 'reminded' : undefined;
  }
  const next = await nextTask(tools, task, isThere, now);
  const notices = await noticesOf(tools, task, next);
  if (!(await tools.tasks.passOn(task, next, notices, now))) return undefined;
  return next === null ? 'delivered' : 'passed-on';
}

async function canStillDecide(
  { directory }: MindTools,
  { request, approver }: Task,
  day: string,
): Promise<boolean> {
  const person = await directory.person(approver);
  if (person === undefined || isAway(person, day)) return false;
  return mayApprove(directory, askedBy(request), approver);
}

/** @param isThere where the approver could have decided, so could the manager for whom they stand in */
async function nextTask(
  { directory, tasks }: MindTools,
  task: Task,
  isThere: boolean,
  now: Date,
): Promise<NewTask | null> {
  const had = await tasks.ofRequest(task.request.id);
  const passedOver = new Set<PersonId>(had.map(({ approver }) => approver));
  if (isThere && task.standsInFor !== null) passedOver.add(task.standsInFor);
  const next = await approverOf(directory, askedBy(task.request), today(now), passedOver);
  return next === undefined ? null : taskFor(next, now);
}

async function noticesOf(
  tools: MindTools,
  { request, approver }: Task,
  next: NewTask | null,
): Promise<readonly NoticeTo[]> {
  const { approvals } = wording;
  const { name } = await nameOf(tools, request.requestedBy);
  const to = next === null ? approvals.peopleServices : (await nameOf(tools, next.approver)).name;
  const text = approvals.task.movedOn(name, namedInNotice(tools, request), to);
  const before = { person: approver, notice: plainReply({ outcome: 'status', text }) };
  if (next === null) return [before];
  return [
    before,
    { person: next.approver, notice: await taskNotice(tools, request, next.standsInFor) },
  ];
}
