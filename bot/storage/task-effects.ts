/** Ends a task inside the turn of who decides or withdraws: once, and only by somebody who may. */
import type { RequestEvent } from '../../dialogs';
import type { Commit, Effect } from '../conversation/store';
import type { TaskState } from '../conversation/tasks';
import { holdConversations, queueNotices } from './notify';
import { Overtaken } from './overtaken';
import { addEvent } from './request-events';
import { addDelivery } from './save-request';
import type { TaskRow, Tx } from './tables';

/** @throws Overtaken where it was ended before; Error where the speaker may not decide */
export async function decideTask(
  tx: Tx,
  { task, decision, by }: Extract<Effect, { kind: 'task-decided' }>,
  { person, at }: Commit,
): Promise<void> {
  const row = await taskToDecide(tx, task, person);
  await end(tx, row, decision.kind, by, at);
  const note = decision.kind === 'declined' ? decision.reason : null;
  await addEvent(tx, { ...event(row, at), kind: decision.kind, by, note });
  if (decision.kind === 'approved') await addDelivery(tx, row.request, row.system, at);
}

/** @throws Overtaken where it was ended before; Error where the speaker may not decide */
export async function askRequester(
  tx: Tx,
  { task, question, by, text }: Extract<Effect, { kind: 'requester-asked' }>,
  { person, at }: Commit,
): Promise<void> {
  const row = await taskToDecide(tx, task, person);
  // Held until the turn is written, so that it is not decided between.
  const { numUpdatedRows } = await tx
    .updateTable('task')
    .set({ state: 'open' })
    .where('sequence', '=', task)
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Overtaken();
  await addEvent(tx, {
    ...event(row, at),
    kind: 'asked',
    by,
    note: text,
    question,
    askedBy: person,
  });
}

/** @throws Overtaken where it was ended before; Error where it is somebody else's request */
export async function withdrawRequest(
  tx: Tx,
  { task, by, notice }: Extract<Effect, { kind: 'request-withdrawn' }>,
  { person, at }: Commit,
  newId: () => string,
): Promise<void> {
  const row = await taskEnded(tx, task);
  if (row.requester !== person) {
    throw new Error(`A turn withdrew the request of task ${task}, which is not its speaker’s`);
  }
  // Before the task, as the clocks do, so that neither waits for the other.
  const conversations = await holdConversations(tx, [row.approver], at);
  await end(tx, row, 'withdrawn', by, at);
  await addEvent(tx, { ...event(row, at), kind: 'withdrawn', by, note: null });
  await queueNotices(tx, conversations, [{ person: row.approver, notice }], at, newId);
}

/** @returns false where it had ended before */
export async function endTask(
  tx: Tx,
  task: number,
  state: Exclude<TaskState, 'open'>,
  endedBy: string | null,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('task')
    .set({ state, ended_at: at.toISOString(), ended_by: endedBy })
    .where('sequence', '=', task)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

async function taskToDecide(tx: Tx, task: number, person: string): Promise<Ended> {
  const row = await taskEnded(tx, task);
  const mayDecide = row.approver === person || row.stands_in_for === person;
  if (mayDecide && row.requester !== person) return row;
  throw new Error(`A turn touched task ${task}, which is not for its speaker to decide`);
}

type Ended = TaskRow & { readonly requester: string };

/** Who may end it never changes, so it is read and not held: the end itself is what is taken once. */
async function taskEnded(tx: Tx, task: number): Promise<Ended> {
  const row = await tx
    .selectFrom('task')
    .selectAll()
    .where('sequence', '=', task)
    .executeTakeFirst();
  if (row === undefined) throw new Error(`A turn ended task ${task}, which does not exist`);
  const { person } = await tx
    .selectFrom('request')
    .select('person')
    .where('id', '=', row.request)
    .executeTakeFirstOrThrow();
  return { ...row, requester: person };
}

async function end(
  tx: Tx,
  { sequence }: Ended,
  state: Exclude<TaskState, 'open'>,
  by: string,
  at: Date,
): Promise<void> {
  if (!(await endTask(tx, sequence, state, by, at))) throw new Overtaken();
}

const event = (
  { request }: Ended,
  at: Date,
): Pick<RequestEvent, 'request' | 'at' | 'receiverReference'> => ({
  request,
  at: at.toISOString(),
  receiverReference: null,
});
