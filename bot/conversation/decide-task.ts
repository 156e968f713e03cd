/**
 * What an approver does: sees what waits, approves, declines with a reason. Whether they may is
 * asked of the directory and of the tasks each time, and never read from a button or a sentence.
 */
import { longDay, today } from '../calendar/days';
import { mayApprove } from '../directory/approver';
import { wording } from '../wording';
import { askedSoFar } from './asked-so-far';
import type { Button } from './reply';
import { openTask, said } from './open-task';
import type { Played, Scene } from './room';
import type { Effect } from './store';
import { askedBy, decideButtons, nameOf, taskLine, taskWords, titleOf } from './task-shown';
import type { Task } from './tasks';

const MOST_SHOWN = 5;
/** A button's label has at most 100 letters. */
const LONGEST_NAME = 60;

/** The open tasks of who speaks, oldest first: those that the directory still lets them decide. */
export async function awaiting({ turn, asking, tools }: Scene): Promise<readonly Task[]> {
  if (turn.speaker.kind !== 'person') return [];
  const open = await tools.tasks.openFor(asking.id);
  const mine = await Promise.all(
    open.map(({ request }) => mayApprove(tools.directory, askedBy(request), asking.id)),
  );
  return open.filter((_, index) => mine[index]);
}

/** What waits for them, with a button each; one alone is shown whole. */
export async function listTasks(scene: Scene): Promise<Played> {
  const { approvals } = wording;
  const open = await awaiting(scene);
  const [only, ...others] = open;
  if (only === undefined) return said(approvals.task.none, 'no task waits');
  if (others.length === 0) return showTask(scene, only);
  const words = { first: approvals.task.list(open.length), label: approvals.showOne };
  return listed(scene, open, 'show-task', words);
}

/**
 * "Approve", with several that wait: which one is asked, and none is decided.
 * @param reason why it is to be declined; it waits for the answer
 */
export const askWhich = async (
  scene: Scene,
  kind: 'approve' | 'decline',
  reason = '',
): Promise<Played> => askWhichOf(scene, await awaiting(scene), kind, reason);

/** @param open those that may be meant */
export async function askWhichOf(
  scene: Scene,
  open: readonly Task[],
  kind: 'approve' | 'decline',
  reason = '',
): Promise<Played> {
  const { approvals } = wording;
  if (open.length === 0) return said(approvals.task.none, 'no task waits');
  const played = await listed(scene, open, kind, {
    first: open.length === 1 ? approvals.task.whichBeside : approvals.task.which,
    label: kind === 'approve' ? approvals.approveOne : approvals.declineOne,
  });
  return carrying(played, reason);
}

/** A bare word on a task that was not before their eyes: it is shown, and nothing is decided. */
export async function showUndecided(scene: Scene, task: Task, reason = ''): Promise<Played> {
  const { nothingYet } = wording.approvals.decision;
  return carrying(await showTask(scene, task, nothingYet), reason);
}

/** Tasks that were named with no plain decision. @returns undefined where none of them is theirs */
export async function showNamed(
  scene: Scene,
  references: readonly string[],
): Promise<Played | undefined> {
  const named = (await awaiting(scene)).filter(({ request }) => references.includes(request.id));
  const [only, ...others] = named;
  if (only === undefined) return undefined;
  return others.length === 0 ? showUndecided(scene, only) : listNamed(scene, named);
}

/** Several that were named: one is chosen, and then shown. */
export function listNamed(scene: Scene, named: readonly Task[]): Promise<Played> {
  const { task, showOne } = wording.approvals;
  return listed(scene, named, 'show-task', { first: task.named, label: showOne });
}

const carrying = (played: Played, reason: string): Played =>
  reason === '' ? played : { ...played, state: { pending: { kind: 'which', reason } } };

/** The oldest few, a line and a button each, and how many more there are. */
async function listed(
  { tools }: Scene,
  open: readonly Task[],
  kind: 'approve' | 'decline' | 'show-task',
  words: {
    readonly first: string;
    readonly label: (reference: string, name: string) => string;
  },
): Promise<Played> {
  const shown = open.slice(0, MOST_SHOWN);
  const more = open.length - shown.length;
  const lines = await Promise.all(shown.map((each) => taskLine(tools, each)));
  const buttons = await Promise.all(
    shown.map(async ({ request: { id, requestedBy } }): Promise<Button> => {
      const { name } = await nameOf(tools, requestedBy);
      return { label: words.label(id, name.slice(0, LONGEST_NAME)), press: { kind, request: id } };
    }),
  );
  const parts = [
    words.first,
    lines.join('\n'),
    ...(more > 0 ? [wording.approvals.task.more(more)] : []),
  ];
  return said(parts.join('\n\n'), 'tasks listed', buttons);
}

export async function showReference(scene: Scene, reference: string): Promise<Played> {
  const found = await openTask(scene, reference);
  return 'reply' in found ? found : showTask(scene, found);
}

export async function approve(scene: Scene, reference: string): Promise<Played> {
  const found = await openTask(scene, reference);
  return 'reply' in found ? found : end(scene, found, { kind: 'approved' });
}

/** @param above said first, such as that nothing is decided */
export async function showTask(
  scene: Scene,
  { request, standsInFor, openedAt }: Task,
  above = '',
): Promise<Played> {
  const inPlaceOf = standsInFor === scene.asking.id ? null : standsInFor;
  const words = await taskWords(scene.tools, request, inPlaceOf);
  const { givenName } = await nameOf(scene.tools, request.requestedBy);
  const followed = await scene.tools.requests.find(request.id);
  const asked = followed === undefined ? [] : askedSoFar(followed, givenName);
  const since = wording.approvals.task.since(longDay(today(openedAt)));
  const text = [above, words, ...asked, since].filter((part) => part !== '').join('\n\n');
  const played = said(text, 'task shown', decideButtons(request.id));
  const citations = request.warnings?.sources ?? [];
  return { ...played, reply: { ...played.reply, citations } };
}

/** Ends the task with the decision; the requester is told with the event. */
export async function end(
  scene: Scene,
  { id, request }: Task,
  decision: Extract<Effect, { kind: 'task-decided' }>['decision'],
): Promise<Played> {
  const { tools, asking } = scene;
  const { name, givenName } = await nameOf(tools, request.requestedBy);
  const by = (await nameOf(tools, asking.id)).name;
  const words = wording.approvals.decision[decision.kind];
  return {
    ...said(words(titleOf(tools, request), name, request.id, givenName), `task ${decision.kind}`),
    effects: [{ kind: 'task-decided', task: id, decision, by }],
  };
}
