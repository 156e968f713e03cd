/** The chat: one page that works as forms, and the same fragments as JSON for its script. */
import { refuseBody } from '../http/refuse-body';
import {
  json,
  seeOther,
  type BodyProblem,
  type HttpRequest,
  type HttpResponse,
  type Route,
} from '../http/route';
import { endings } from '../attachments/kinds';
import type { Turn } from '../conversation/turn';
import { webConversationOf } from '../conversation/web-conversation';
import { FILE_TYPES } from '../../dialogs';
import { wording } from '../wording';
import { admitVisitor, signedOut, signedOutScript, wantsJson } from './admit-visitor';
import { firstQuestions } from './first-questions';
import { isFromOurPages, isSameSecret } from './guard';
import { page } from './page';
import { readHistory } from './read-history';
import { LARGEST_FORM_BYTES, LONGEST_TEXT, readForm, readMessage, type Form } from './read-message';
import { showConversation } from './show-conversation';
import { frame, visitorOf, type Visitor, type WebTools } from './web-parts';

/** Many people of one ward share one address, and each open page asks every five seconds. */
const UPDATES_PER_MINUTE = 6000;
/** So many messages are drawn at first; the rest on demand. */
const FIRST_SHOWN = 60;

export const chatRoutes = (tools: WebTools): Route[] => [
  { method: 'GET', path: '/chat', handle: (request) => showChat(tools, request) },
  {
    method: 'POST',
    path: '/chat',
    limit: LARGEST_FORM_BYTES,
    admit: admitVisitor(tools),
    handle: (request) => takeMessage(tools, request),
    unread: (request, problem) => notRead(tools, request, problem),
  },
  // From the chat to a part of it a browser would go without asking for it anew.
  { method: 'GET', path: '/chat/news', handle: async () => seeOther('/chat#latest') },
  {
    method: 'GET',
    path: '/chat/updates',
    perMinute: UPDATES_PER_MINUTE,
    handle: (request) => giveUpdates(tools, request),
  },
];

async function showChat(tools: WebTools, request: HttpRequest): Promise<HttpResponse> {
  const visitor = await visitorOf(tools, request);
  if (visitor === undefined) return seeOther('/who');
  return chatPage(tools, request, visitor, {});
}

interface Unsent {
  readonly problem?: string;
  /** What was wrong with a file. */
  readonly fileProblem?: string;
  /** What they wrote, given back. */
  readonly text?: string;
  /** The id it was to be sent under, so that pressing again is the same message. */
  readonly message?: string;
}

export async function chatPage(
  tools: WebTools,
  request: HttpRequest,
  visitor: Visitor,
  { problem, fileProblem, text = '', message = tools.newId() }: Unsent,
  status = 200,
): Promise<HttpResponse> {
  const history = await readHistory(tools.outgoing, webConversationOf(visitor.person.id), 0);
  const shown = request.query.get('all') === null ? history.slice(-FIRST_SHOWN) : history;
  const conversation = showConversation(shown, request.now);
  await tools.mails?.seen(visitor.person.id, conversation.sequence);
  const hasWrongForm = (conversation.messages.at(-1)?.form?.errors.length ?? 0) > 0;
  const body = tools.render('web/templates/chat.njk', {
    ...frame(tools, visitor, 'chat'),
    ...conversation,
    mayUpload: conversation.messages.some(({ upload }) => upload !== null),
    hasEarlier: shown.length < history.length,
    isFirstTime: history.every(({ kind }) => kind === 'notice'),
    firstQuestions: history.length === 0 ? firstQuestions(tools.knowledge.set) : [],
    hasErrors: problem !== undefined || fileProblem !== undefined || hasWrongForm,
    problem,
    fileProblem,
    text,
    form: { key: visitor.session.key, message, files: filesForm(tools) },
  });
  return page(body, status);
}

/** What the form for files needs to say; undefined where none can come in. */
const filesForm = ({ intake }: WebTools) =>
  intake && { mostBytes: intake.mostBytes, endings: accepted };

/** What a browser offers to choose from: the words of HTML for "these kinds". */
const accepted = [...FILE_TYPES, ...endings.map((ending) => `.${ending}`)].join(',');

async function takeMessage(tools: WebTools, request: HttpRequest): Promise<HttpResponse> {
  const visitor = await visitorOf(tools, request);
  if (visitor === undefined) return signedOut(request);
  const form = readForm(request.body);
  const isOurs =
    form !== undefined &&
    isSameSecret(form.key, visitor.session.key) &&
    isFromOurPages(request, tools.publicUrl);
  if (!isOurs) return refuse(tools, request, visitor);

  const problem = await say(tools, request, visitor, form);
  if (problem === undefined) {
    return wantsJson(request)
      ? fragments(tools, request, visitor, form.after)
      : seeOther('/chat#latest');
  }
  if (wantsJson(request)) return json({ error: problem.problem }, problem.status);
  const { status, ...unsent } = problem;
  return chatPage(tools, request, visitor, { ...unsent, message: form.message }, status);
}

/** Without a script, somebody who sent far too much is on the page of the chat, as with anything else that is wrong. */
async function notRead(
  tools: WebTools,
  request: HttpRequest,
  problem: BodyProblem,
): Promise<HttpResponse> {
  if (problem !== 'too-large') return refuseBody(problem, {}, LARGEST_FORM_BYTES);
  const tooLong = wording.errors.tooLong(LONGEST_TEXT);
  if (wantsJson(request)) return json({ error: tooLong }, 413);
  const visitor = await visitorOf(tools, request);
  return visitor === undefined
    ? signedOut(request)
    : chatPage(tools, request, visitor, { problem: tooLong }, 413);
}

/** @returns what went wrong, where nothing was kept */
async function say(
  tools: WebTools,
  request: HttpRequest,
  visitor: Visitor,
  form: Form,
): Promise<{ status: number; problem: string; text: string } | undefined> {
  const read = readMessage(form);
  if (read.kind === 'problem') return { status: 422, problem: read.problem, text: read.text };
  const isKept = await takeTurn(tools, request, visitor, read);
  return isKept
    ? undefined
    : { status: 503, problem: wording.errors.failed, text: form.text ?? '' };
}

/** @returns false where nothing was kept */
export async function takeTurn(
  { converse, log }: WebTools,
  request: HttpRequest,
  { person }: Visitor,
  { message, said }: Pick<Turn, 'message' | 'said'>,
): Promise<boolean> {
  try {
    await converse(
      {
        door: 'web',
        conversation: webConversationOf(person.id),
        message,
        speaker: { kind: 'person', person },
        said,
        at: request.now,
      },
      null,
      request.signal,
    );
    return true;
  } catch (error) {
    log.error({ event: 'web.turn-failed', request: request.id }, error);
    return false;
  }
}

async function giveUpdates(tools: WebTools, request: HttpRequest): Promise<HttpResponse> {
  const didSomething = request.query.get('active') === '1';
  const visitor = await visitorOf(tools, request, didSomething ? 'touch' : 'peek');
  // A page left open by the person before must not be told what the next one hears.
  const key = request.headers['x-session-key'] ?? '';
  if (visitor === undefined || !isSameSecret(key, visitor.session.key)) return signedOutScript();
  const after = Number(request.query.get('after') ?? '0');
  if (!Number.isSafeInteger(after) || after < 0) {
    return json({ error: '"after" must be the number of a message.' }, 400);
  }
  // Who walked away has read nothing, whatever their page asks for by itself.
  if (didSomething) await tools.mails?.seen(visitor.person.id, after);
  return fragments(tools, request, visitor, after);
}

export async function fragments(
  tools: WebTools,
  request: HttpRequest,
  visitor: Visitor,
  after: number,
): Promise<HttpResponse> {
  const history = await readHistory(tools.outgoing, webConversationOf(visitor.person.id), after);
  const { messages, changedFeedback, sequence } = showConversation(history, request.now);
  const form = {
    key: visitor.session.key,
    message: tools.newId(),
    files: filesForm(tools),
  };
  const draw = (what: Readonly<Record<string, unknown>>) =>
    tools.render('web/templates/fragment.njk', { ...what, form });
  return json({
    html: messages.length === 0 ? '' : draw({ messages }),
    feedback: changedFeedback.map((feedback) => ({ id: feedback.id, html: draw({ feedback }) })),
    sequence: Math.max(sequence, after),
    message: form.message,
  });
}

export function refuse(tools: WebTools, request: HttpRequest, visitor: Visitor): HttpResponse {
  const problem = 'This page is out of date, so nothing was sent. Open the chat again.';
  if (wantsJson(request)) return json({ error: problem }, 403);
  const data = { ...frame(tools, visitor, 'chat'), heading: 'Nothing was sent', problem };
  return page(tools.render('web/templates/problem.njk', data), 403);
}
