/** One request with its history, and the form that moves it on. Each look at it is written down. */
import { RequestId, type RequestEvent } from '../../dialogs';
import type { DeskRequestWithEvents } from '../desk/desk-request';
import { reviewableBy } from '../directory/people-team';
import { seeOther, type HttpRequest, type HttpResponse } from '../http/route';
import { page } from '../web/page';
import { askDesk, deskUnreachable } from './ask-desk';
import { colleaguesFor } from './colleagues';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { mayWorkOn } from './may-work-on';
import { notice } from './notice';
import { requestAddress } from './request-list';
import { showApproval, type ShownTask } from './show-approval';
import { askedOf } from './show-asked';
import { mayMove, showRequest } from './show-request';
import { problemOf, type Unsent } from './unsent';
import { whenInWords } from './when';
import { wordsIn } from './words-in';

export async function openRequest(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  const reference = request.params.reference ?? '';
  const own = RequestId.safeParse(reference);
  if (own.success) return openByOwnReference(tools, request, own.data, reader);

  const found = await readRequest(tools, request, reader);
  switch (found.kind) {
    case 'found':
      return requestPage(tools, request, reader, found.request);
    case 'missing':
      return noRequest(tools, request, reader);
    case 'unreachable':
      return deskUnreachable(tools, request, reader);
  }
}

/** Transcripts know a request by the reference its requester was given; the desk has one of its own. */
async function openByOwnReference(
  tools: ConsoleTools,
  request: HttpRequest,
  id: RequestId,
  reader: Reader,
): Promise<HttpResponse> {
  const { now } = request;
  const followed = await tools.requestLog.find(id);
  if (followed === undefined || !mayWorkOn(reader, followed.request)) {
    return noRequest(tools, request, reader);
  }
  const { receiverReference } =
    followed.events.findLast((event) => event.receiverReference !== null) ?? {};
  if (receiverReference) return openAtReceiver(tools, request, reader, id, receiverReference);
  const tasks = await showApproval(tools, id, now);
  const isHeldBack = tasks.length > 0 && !followed.events.some(isForTheDesk);
  if (isHeldBack) return heldBack(tools, id, reader, tasks, now);
  return notice(tools, consoleFrame(reader, 'requests'), 404, {
    heading: `${id} has not reached the desk yet`,
    says: ['It is safe, and we go on trying to hand it over.', ...tasks.map(({ line }) => line)],
    links: [{ text: 'See what is waiting', href: '/console' }],
  });
}

/** The desk's own page of it; a mailbox or another system has no page here. */
async function openAtReceiver(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
  id: RequestId,
  reference: string,
): Promise<HttpResponse> {
  const read = await askDesk(tools, request, () => tools.desk.read(reference, request.signal));
  if (read.kind === 'unreachable') return deskUnreachable(tools, request, reader);
  if (read.answer?.key === id) return seeOther(requestAddress(reference));
  const theirs = reference === id ? [] : [`Their reference for it is ${reference}.`];
  return notice(tools, consoleFrame(reader, 'requests'), 200, {
    heading: `${id} is with another receiving service`,
    says: ['It was handed over, and is not worked on at this desk.', ...theirs],
    links: [{ text: 'See all requests', href: '/console/requests' }],
  });
}

/** Approved, or passed on to people services because nobody was left who could. */
const isForTheDesk = ({ kind, to }: RequestEvent): boolean =>
  kind === 'approved' || (kind === 'passed-on' && to == null);

/** A request that the desk has not been given: who has it, or how it ended before. */
async function heldBack(
  tools: ConsoleTools,
  id: RequestId,
  reader: Reader,
  tasks: readonly ShownTask[],
  now: Date,
): Promise<HttpResponse> {
  const who = reader.person.id;
  await tools.reading.audit({ at: now, who, did: 'read-request', what: id, reason: null });
  const isOpen = tasks.some((task) => task.isOpen);
  return notice(tools, consoleFrame(reader, 'requests'), 200, {
    heading: isOpen
      ? `${id} is not with people services yet`
      : `${id} ended before it reached people services`,
    says: tasks.map(({ line }) => line),
    links: [{ text: 'See all requests', href: '/console/requests' }],
  });
}

export type ReadRequest =
  | { readonly kind: 'found'; readonly request: DeskRequestWithEvents }
  /** There is none, or none that this reader may see. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreachable' };

export async function readRequest(
  tools: ConsoleTools,
  request: HttpRequest,
  { may, person }: Reader,
): Promise<ReadRequest> {
  const reference = request.params.reference ?? '';
  const read = await askDesk(tools, request, () => tools.desk.read(reference, request.signal));
  if (read.kind === 'unreachable') return read;
  const found = read.answer;
  // What a manager asks for about somebody is not theirs to read or to decide.
  const isSeen =
    found !== undefined &&
    may.requests.includes(found.organisation) &&
    found.onBehalfOf !== person.id;
  return isSeen ? { kind: 'found', request: found } : { kind: 'missing' };
}

export async function requestPage(
  tools: ConsoleTools,
  { now, query }: HttpRequest,
  reader: Reader,
  request: DeskRequestWithEvents,
  unsent: Unsent = {},
  status = 200,
): Promise<HttpResponse> {
  const who = reader.person.id;
  const { reference } = request;
  await tools.reading.audit({ at: now, who, did: 'read-request', what: reference, reason: null });
  const shown = await showRequest(request, tools.directory, now);
  const approval = await showApproval(tools, request.key, now);
  const moves = shown.moves.filter(({ value }) => mayMove(request, reader, value));
  const problem = problemOf(unsent, moves.length > 0);
  const body = tools.render('console/templates/request.njk', {
    ...consoleFrame(reader, 'requests'),
    request: shown,
    approval,
    satisfied: await satisfiedWith(tools, reader, request, now),
    asked: askedOf(request, await answersHere(tools, request)),
    colleagues: await colleagueChoices(tools, request),
    isMine: request.assignee?.id === who,
    message: tools.newId(),
    readerId: who,
    isOwn: request.requestedBy.id === who,
    justChanged: query.get('changed') === request.status,
    hasErrors: problem !== undefined,
    problem,
    unsent,
    isMoved: query.has('expected') && query.get('expected') === request.expectedBy,
    isSentByReader: request.helpedBy?.id === who,
    moves: moves.map((move) => ({ ...move, checked: move.value === unsent.move?.chosen })),
  });
  return page(body, status);
}

/** What its requester said of it once it was done; undefined where they said nothing, or a colleague reads it. */
async function satisfiedWith(
  { requestLog, reading, directory }: ConsoleTools,
  { may, person }: Reader,
  { key }: DeskRequestWithEvents,
  now: Date,
) {
  const id = RequestId.safeParse(key).data;
  const followed = id === undefined ? undefined : await requestLog.find(id);
  if (followed === undefined) return undefined;
  const within = await reviewableBy(directory, person, may.requests);
  const said = await reading.satisfaction(within, followed.request.draft);
  return said && { ...said, when: whenInWords(said.at, now) };
}

/** Answers that are not at the desk yet are shown from here, so that nobody asks again. */
async function answersHere(
  { requestLog }: ConsoleTools,
  { key }: DeskRequestWithEvents,
): Promise<readonly RequestEvent[]> {
  const id = RequestId.safeParse(key).data;
  const followed = id === undefined ? undefined : await requestLog.find(id);
  return followed?.events.filter(({ kind }) => kind === 'answered') ?? [];
}

const colleagueChoices = async (tools: ConsoleTools, request: DeskRequestWithEvents) => [
  { value: '', text: request.assignee === null ? 'Choose a colleague' : 'Nobody: give it back' },
  ...(await colleaguesFor(tools, request)).map(({ id, name }) => ({
    value: id,
    text: name,
    selected: id === request.assignee?.id,
  })),
];

/** The same words whether it does not exist or is not this reader's. */
export const noRequest = (
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): HttpResponse =>
  notice(tools, consoleFrame(reader, 'requests'), 404, {
    heading: 'We can’t find that request',
    says: ['The reference may be wrong, or it may belong to people services elsewhere.'],
    kept: wordsIn(request),
    links: [{ text: 'See all requests', href: '/console/requests' }],
  });
