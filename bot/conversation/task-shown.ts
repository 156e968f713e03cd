/** A task in words and buttons, for who decides; and when its clocks run. */
import type { Dialogs, Request } from '../../dialogs';
import { longDay, today } from '../calendar/days';
import type { Approver, Asked } from '../directory/approver';
import type { Directory, PersonId } from '../directory/directory';
import { wording } from '../wording';
import { plainReply, type Button, type Reply } from './reply';
import { listed } from './rule-shown';
import { spanInWords } from './span-in-words';
import { clocksFrom } from './task-clock';
import { alsoOff } from './also-off';
import type { NewTask, Task, Tasks } from './tasks';

export interface Showing {
  readonly directory: Pick<Directory, 'person'>;
  readonly dialogs: Pick<Dialogs, 'service'>;
}

/** What its approver is shown besides: who else is off on its days. */
export interface ShowingTask extends Showing {
  readonly directory: Pick<Directory, 'person' | 'reportsOf'>;
  readonly tasks: Pick<Tasks, 'standingOf'>;
}

/** What the directory is asked about a request. */
export const askedBy = ({ requestedBy, post, byPhone }: Request): Asked => ({
  requester: requestedBy,
  post,
  helper: byPhone?.helper,
});

export const taskFor = ({ person, standsInFor }: Approver, at: Date): NewTask => ({
  approver: person.id,
  standsInFor: standsInFor?.id ?? null,
  ...clocksFrom(at),
});

/**
 * The words that bring a task to its approver, with the buttons that decide it. What is private
 * is told to whoever opens it: a lock screen is read by others.
 */
export async function taskNotice(
  showing: ShowingTask,
  request: Request,
  standsInFor: PersonId | null,
  above = '',
): Promise<Reply> {
  const isSecret = isPrivate(showing, request);
  const words = isSecret
    ? wording.approvals.task.privateAsks(request.id)
    : await taskWords(showing, request, standsInFor);
  return plainReply({
    outcome: 'status',
    text: above === '' ? words : `${above}\n\n${words}`,
    citations: isSecret ? [] : (request.warnings?.sources ?? []),
    buttons: isSecret ? [showButton(request.id)] : decideButtons(request.id),
  });
}

const showButton = (request: string): Button => ({
  label: wording.notices.showIt,
  press: { kind: 'show-task', request },
});

export async function taskWords(
  showing: ShowingTask,
  request: Request,
  standsInFor: PersonId | null,
): Promise<string> {
  const { task } = wording.approvals;
  const { name, givenName } = await nameOf(showing, request.requestedBy);
  const manager = standsInFor === null ? null : await nameOf(showing, standsInFor);
  return [
    task.asks(name, titleOf(showing, request), request.id),
    ...(request.byPhone === undefined ? [] : [task.byPhone(request.byPhone.name)]),
    task.sent(givenName, request.summary),
    ...warningWords(request, givenName),
    ...(await alsoOff(showing, request)),
    ...(manager === null ? [] : [task.standsInFor(manager.name)]),
  ].join('\n\n');
}

function warningWords({ warnings }: Request, givenName: string): readonly string[] {
  return warnings === undefined
    ? []
    : [wording.rules.forApprover(givenName), listed(warnings.lines)];
}

export const decideButtons = (request: string): Button[] => [
  { label: wording.approvals.approve, press: { kind: 'approve', request } },
  { label: wording.approvals.decline, press: { kind: 'decline', request } },
  { label: wording.approvals.question.label, press: { kind: 'ask-requester', request } },
];

/** What is asked for, in a few words: its days, or the first sentence of what was sent. */
export function briefly(showing: Pick<Showing, 'dialogs'>, request: Request): string {
  const { firstDay, lastDay } = request.fields;
  if (typeof firstDay !== 'string' || typeof lastDay !== 'string')
    return request.summary.split(/[.?!](?:\s|$)/u, 1)[0] ?? '';
  return `${titleOf(showing, request)}, ${spanInWords(firstDay, lastDay)}`;
}

/** The one request whose decision or withdrawal the buttons of a reply are about. */
export function requestShown({
  buttons,
}: {
  readonly buttons: readonly Button[];
}): string | undefined {
  const shown = new Set(
    buttons.flatMap(({ press }) =>
      'request' in press && press.kind !== 'show-task' && press.kind !== 'ask-withdraw'
        ? [press.request]
        : [],
    ),
  );
  return shown.size === 1 ? [...shown][0] : undefined;
}

/** One line of a list. */
export async function taskLine(showing: Showing, { request, openedAt }: Task): Promise<string> {
  const { name } = await nameOf(showing, request.requestedBy);
  const day = longDay(today(openedAt));
  return wording.approvals.task.line(name, briefly(showing, request), request.id, day);
}

export const titleOf = ({ dialogs }: Pick<Showing, 'dialogs'>, request: Request): string =>
  dialogs.service(request.service)?.title ?? request.service;

const isPrivate = ({ dialogs }: Pick<Showing, 'dialogs'>, { service }: Request): boolean =>
  dialogs.service(service)?.isPrivate === true;

/** What is private goes by its reference alone: a lock screen is read by others. */
export const namedInNotice = (showing: Pick<Showing, 'dialogs'>, request: Request): string =>
  isPrivate(showing, request)
    ? request.id
    : wording.approvals.task.whichOne(titleOf(showing, request), request.id);

/** Somebody who left is named by their id. */
export async function nameOf(
  { directory }: Pick<Showing, 'directory'>,
  id: PersonId,
): Promise<{ readonly name: string; readonly givenName: string }> {
  const person = await directory.person(id);
  return { name: person?.name ?? id, givenName: person?.givenName ?? id };
}
