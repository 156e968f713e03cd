/**
 * A call under way: what the caller says is typed here, in the same conversation as the chat's,
 * and what comes back is read to them. Only who took the call sees it, and only until it ends.
 */
import { z } from 'zod';
import { conversationOfCall, isUnderWay, type PhoneCall } from '../conversation/phone-calls';
import type { Person } from '../directory/directory';
import { seeOther, type HttpRequest, type HttpResponse } from '../http/route';
import { page } from '../web/page';
import { readHistory } from '../web/read-history';
import { readForm, readMessage } from '../web/read-message';
import { showConversation } from '../web/show-conversation';
import { wording } from '../wording';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { callerFor } from './find-callers';
import { notice } from './notice';
import { wordsIn } from './words-in';

export const callAddress = (id: string): string => `/console/phone/${encodeURIComponent(id)}`;

interface Calling {
  readonly call: PhoneCall;
  readonly caller: Person;
}

/** What was typed and did not become a turn, given back to be sent again as the same one. */
interface Unsent {
  readonly problem: string;
  readonly text: string;
  readonly message: string;
  readonly status: number;
}

const End = z.looseObject({ do: z.literal('end') });

export async function openCall(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  const calling = await callUnderWay(tools, request, reader);
  return calling === undefined
    ? hasEnded(tools, reader)
    : callPage(tools, request, reader, calling);
}

export async function takeInCall(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  const calling = await callUnderWay(tools, request, reader);
  if (calling === undefined) return hasEnded(tools, reader, wordsIn(request));
  const { id } = calling.call;
  if (End.safeParse(request.body).success) {
    await tools.calls.end(id, reader.person.id, request.now);
    return hasEnded(tools, reader);
  }
  const unsent = await say(tools, request, calling);
  return unsent === undefined
    ? seeOther(`${callAddress(id)}#latest`)
    : callPage(tools, request, reader, calling, unsent);
}

/** Whether they may is asked each time: a role may end in the middle of a call. */
async function callUnderWay(
  tools: ConsoleTools,
  { params, now }: HttpRequest,
  reader: Reader,
): Promise<Calling | undefined> {
  const call = await tools.calls.find(params.call ?? '');
  if (call?.helper.id !== reader.person.id) return undefined;
  if (!isUnderWay(call, now)) {
    // Nobody ended it in time: what was begun in it goes now, as the page says.
    if (call.endedAt === null) await tools.calls.end(call.id, call.helper.id, now);
    return undefined;
  }
  const caller = await callerFor(tools, reader, call.caller);
  return caller && { call, caller };
}

/** @returns what went wrong, where nothing was kept */
async function say(
  { converse, newId, log }: ConsoleTools,
  request: HttpRequest,
  { call, caller }: Calling,
): Promise<Unsent | undefined> {
  const { body, now, signal, id } = request;
  const form = readForm(body);
  if (form === undefined)
    return {
      problem: wording.errors.failed,
      text: wordsIn(request) ?? '',
      message: newId(),
      status: 422,
    };
  const { message } = form;
  const read = readMessage(form);
  if (read.kind === 'problem')
    return { problem: read.problem, text: read.text, message, status: 422 };
  try {
    await converse(
      {
        door: 'phone',
        conversation: conversationOfCall(call.id),
        message: read.message,
        speaker: { kind: 'person', person: caller },
        call: { id: call.id, helper: call.helper },
        said: read.said,
        at: now,
      },
      null,
      signal,
    );
    return undefined;
  } catch (error) {
    log.error({ event: 'console.turn-failed', request: id }, error);
    return { problem: wording.errors.failed, text: form.text ?? '', message, status: 503 };
  }
}

async function callPage(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
  { call, caller }: Calling,
  unsent?: Unsent,
): Promise<HttpResponse> {
  const history = await readHistory(tools.outgoing, conversationOfCall(call.id), 0);
  const path = callAddress(call.id);
  const body = tools.render('console/templates/call.njk', {
    ...consoleFrame(reader, 'phone'),
    reference: call.id,
    path,
    caller: { name: caller.name, givenName: caller.givenName },
    posts: caller.posts.map(({ title, place }) => `${title}, ${place}`),
    messages: showConversation(history, request.now).messages,
    isReadBack: history.at(-1)?.reply.request?.stage === 'confirming',
    form: { key: reader.session.key, message: unsent?.message ?? tools.newId(), action: path },
    hasErrors: unsent !== undefined,
    problem: unsent?.problem,
    text: unsent?.text ?? '',
  });
  return page(body, unsent?.status ?? 200);
}

/**
 * The same words whether it was theirs or never was: nothing of it is shown again.
 * @param kept what was written after its end, which went nowhere
 */
const hasEnded = (tools: ConsoleTools, reader: Reader, kept?: string): HttpResponse =>
  notice(tools, consoleFrame(reader, 'phone'), 200, {
    heading: 'This call has ended',
    says: [
      'What was sent in it is on its way, and the caller is told of it. What was not sent is gone.',
      'What was said in it is not shown here any more.',
    ],
    kept,
    links: [{ text: 'Help another caller', href: '/console/phone' }],
  });
