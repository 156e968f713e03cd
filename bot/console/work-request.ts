/**
 * What an agent does with a request beside its status: takes it, hands it to a colleague, asks its
 * requester or tells them something. Both reach the requester in their chat.
 */
import { z } from 'zod';
import type { DeskRequestWithEvents } from '../desk/desk-request';
import type { StatusChanged } from '../desk/desk-client';
import { seeOther, type HttpRequest, type HttpResponse } from '../http/route';
import { askDesk } from './ask-desk';
import type { ConsoleTools, Reader } from './console-parts';
import { colleaguesFor } from './colleagues';
import { noRequest, requestPage } from './request-page';
import { requestAddress } from './request-list';
import { deskIsAway, formOfRequest, notDone } from './with-request';
import { changedRequest } from './written-down';
import { MessageName } from '../web/message-name';

const LONGEST = 2000;

const Assign = z.object({
  /** An id; empty to give it back. */
  to: z.string().max(200),
  /** Who had it when the page was drawn; empty where nobody had. */
  from: z.string().max(200),
});
const Write = z.object({
  kind: z.enum(['asked', 'noted']).optional().catch(undefined),
  text: z.string().default(''),
  /** Made when the page was drawn. */
  message: MessageName,
});

export const assignRequest = formOfRequest(Assign, assign);
export const writeToRequester = formOfRequest(Write, write);

async function assign(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
  seen: DeskRequestWithEvents,
  { to, from }: z.infer<typeof Assign>,
): Promise<HttpResponse> {
  const colleague = (await colleaguesFor(tools, seen)).find(({ id }) => id === to);
  // Nobody was chosen, or somebody who has left meanwhile or was never one of them.
  if (to === '' ? from === '' : colleague === undefined)
    return notDone(tools, request, reader, 422, {
      says: 'Choose a colleague from the list to give this request to.',
    });
  const assignment = {
    to: colleague === undefined ? null : { id: colleague.id, name: colleague.name },
    from: from === '' ? null : from,
    by: reader.person.name,
  };
  const what = colleague === undefined ? 'Gave it back' : `Given to ${colleague.name}`;
  return done(tools, request, reader, seen, what, () =>
    tools.desk.assign(seen.reference, assignment, request.signal),
  );
}

async function write(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
  seen: DeskRequestWithEvents,
  { kind, text: written, message: key }: z.infer<typeof Write>,
): Promise<HttpResponse> {
  const text = written.replaceAll('\r\n', '\n').trim();
  const back = (problem: string, at: 'kind' | 'text') =>
    requestPage(
      tools,
      request,
      reader,
      seen,
      { words: { problem, at, kind: kind ?? '', text: written } },
      422,
    );
  if (kind === undefined) return back('Choose whether they can answer it', 'kind');
  if (text === '') return back('Write what they are to read', 'text');
  if (text.length > LONGEST) return back(`Write at most ${LONGEST} characters`, 'text');
  const by = reader.person.name;
  const what = kind === 'asked' ? 'Asked the requester' : 'Wrote to the requester';
  return done(tools, request, reader, seen, what, () =>
    tools.desk.write(seen.reference, { kind, key, by, text }, request.signal),
  );
}

async function done(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
  { reference }: DeskRequestWithEvents,
  reason: string,
  act: () => Promise<StatusChanged>,
): Promise<HttpResponse> {
  const answered = await askDesk<StatusChanged>(tools, request, act);
  if (answered.kind === 'unreachable') return deskIsAway(tools, request, reader);
  const { answer } = answered;
  if (answer.kind === 'unknown-request') return noRequest(tools, request, reader);
  if (answer.kind !== 'changed')
    return notDone(tools, request, reader, 409, { says: answer.message });
  await changedRequest(tools, request, reader, answer, reason);
  return seeOther(`${requestAddress(reference)}#work`);
}
