/**
 * Who decides a request asks its requester something first. What is typed is read back, and goes to
 * the requester only after a yes to those words. The task stays open, and its clocks run on.
 */
import { isAnswer, plain } from '../../dialogs';
import { wording } from '../wording';
import { notNow } from './decline-task';
import { asTyped } from './handover-shown';
import { intentOf, mayBeOfTheRequest } from './intent';
import { openTask, said } from './open-task';
import type { Pending } from './pending';
import type { Button } from './reply';
import type { Played, Scene } from './room';
import { briefly, nameOf } from './task-shown';
import type { Task } from './tasks';

type Asking = Extract<Pending, { kind: 'question' }>;

const LONGEST_QUESTION = 300;
/** A button's label has at most 100 letters. */
const LONGEST_NAME = 60;

/** "Ask a question": what they would like to ask. */
export async function askRequester(scene: Scene, reference: string): Promise<Played> {
  const found = await openTask(scene, reference);
  return 'reply' in found ? found : askWhat(scene, found);
}

/** @returns undefined where nothing is to be asked, or it is said to the assistant */
export async function takeQuestionWords(scene: Scene, text: string): Promise<Played | undefined> {
  const { pending } = scene.opened.state;
  if (pending?.kind !== 'question') return undefined;
  const { request, read } = pending;
  const answer = plain(text);
  if (isAnswer('cancel', answer)) return notNow(scene, request);
  if (isAnswer('no', answer)) return askRequester(scene, request);
  if (read !== null && isAnswer('yes', answer)) return sendQuestion(scene, request, read.mark);
  const intent = intentOf(text);
  if (intent !== undefined && !mayBeOfTheRequest(intent)) return undefined;
  const found = await openTask(scene, request);
  if ('reply' in found) return found;
  const { tooLong } = wording.approvals.question;
  return text.length > LONGEST_QUESTION
    ? askWhat(scene, found, tooLong(LONGEST_QUESTION, text.length))
    : readBack(scene, found, { text: text.trim(), mark: scene.tools.newId() });
}

/** Yes to a question: it counts only where those words, about that request, were read back last. */
export async function sendQuestion(scene: Scene, reference: string, mark: string): Promise<Played> {
  const found = await openTask(scene, reference);
  if ('reply' in found) return found;
  const { pending } = scene.opened.state;
  const read = pending?.kind === 'question' && pending.request === reference ? pending.read : null;
  if (read === null) return askWhat(scene, found);
  if (read.mark !== mark) return readBack(scene, found, read);
  const { tools, asking } = scene;
  const { givenName } = await nameOf(tools, found.request.requestedBy);
  const by = (await nameOf(tools, asking.id)).name;
  return {
    ...said(wording.approvals.question.sent(givenName, reference), 'requester asked'),
    effects: [
      { kind: 'requester-asked', task: found.id, question: tools.newId(), by, text: read.text },
    ],
  };
}

async function askWhat(scene: Scene, { request }: Task, above = ''): Promise<Played> {
  const { givenName } = await nameOf(scene.tools, request.requestedBy);
  const ask = wording.approvals.question.what(givenName);
  return {
    ...said(above === '' ? ask : `${above}\n\n${ask}`, 'task: question asked for', [
      cancel(request.id),
    ]),
    state: { pending: { kind: 'question', request: request.id, read: null } },
  };
}

async function readBack(
  scene: Scene,
  { request }: Task,
  read: NonNullable<Asking['read']>,
): Promise<Played> {
  const { question } = wording.approvals;
  const { name, givenName } = await nameOf(scene.tools, request.requestedBy);
  const text = question.readBack(
    name,
    briefly(scene.tools, request),
    request.id,
    asTyped(read.text),
  );
  const buttons: Button[] = [
    {
      label: question.send(givenName.slice(0, LONGEST_NAME)),
      press: { kind: 'send-question', request: request.id, mark: read.mark },
    },
    cancel(request.id),
  ];
  return {
    ...said(text, 'task: question read back', buttons),
    state: { pending: { kind: 'question', request: request.id, read } },
  };
}

const cancel = (request: string): Button => ({
  label: wording.approvals.cancel,
  press: { kind: 'not-now', request },
});
