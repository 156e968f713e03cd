/**
 * One question that somebody wants a person to answer: what was said, and the box to answer in.
 * Each look is written down before anything is shown.
 */
import { bankHolidays } from '../calendar/bank-holidays';
import type { Handover, HandoverMessage, TurnAlong } from '../conversation/handovers';
import { wholeText } from '../conversation/reply';
import { answerableBy } from '../directory/people-team';
import type { HttpRequest, HttpResponse } from '../http/route';
import { page } from '../web/page';
import { replyHtml } from '../web/reply-html';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { firstReplyTag, handoverAddress, holderOf } from './handover-list';
import { notice } from './notice';
import { ageInWords } from './request-age';
import { whenInWords } from './when';
import { wordsIn } from './words-in';

export interface Found {
  readonly handover: Handover;
  readonly messages: readonly HandoverMessage[];
  readonly along: readonly TurnAlong[];
}

/** What a colleague had written, given back with what was wrong. */
export interface Unsent {
  readonly problem: string;
  readonly note: string;
}

export async function openHandover(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  const found = await readHandover(tools, request, reader);
  return found === undefined
    ? noHandover(tools, request, reader)
    : handoverPage(tools, request, reader, found);
}

export const readHandover = async (
  tools: ConsoleTools,
  { params }: HttpRequest,
  reader: Reader,
): Promise<Found | undefined> =>
  tools.handovers.read(
    await answerableBy(tools.directory, reader.person, reader.may.handovers),
    params.reference ?? '',
  );

export async function handoverPage(
  tools: ConsoleTools,
  { now, query }: HttpRequest,
  reader: Reader,
  { handover, messages, along }: Found,
  unsent?: Unsent,
  status = 200,
): Promise<HttpResponse> {
  const who = reader.person.id;
  const what = handover.id;
  await tools.reading.audit({ at: now, who, did: 'read-handover', what, reason: null });
  const person = await tools.directory.person(handover.person);
  const name = person?.name ?? handover.person;
  const isMine = handover.state === 'taken' && handover.takenBy?.id === who;
  const body = tools.render('console/templates/conversation.njk', {
    ...consoleFrame(reader, 'conversations'),
    reference: handover.id,
    path: handoverAddress(handover.id),
    person: { name, givenName: person?.givenName ?? name, isGone: person === undefined },
    post: person?.posts[0].title,
    place: person?.posts[0].place,
    state: handover.state,
    asked: whenInWords(handover.openedAt, now),
    age: ageInWords(handover.openedAt, now, bankHolidays),
    level: firstReplyTag(handover, now),
    holder: holderOf(handover, reader),
    holderId: handover.state === 'taken' ? handover.takenBy?.id : '',
    isMine,
    isErased: handover.isErased,
    closed: handover.closedAt && whenInWords(handover.closedAt, now),
    closedBy: handover.closedBy,
    wentAlong: handover.along !== null,
    along: along.map((turn) => ({
      when: whenInWords(turn.at, now),
      said: turn.said,
      html: replyHtml(wholeText(turn.reply), turn.reply.citations),
    })),
    messages: messages.map(({ by, text, at }) => ({ by, text, when: whenInWords(at, now) })),
    isAnswered: query.get('done') === 'answered' && messages.at(-1)?.by === reader.person.name,
    message: tools.newId(),
    hasErrors: unsent !== undefined,
    unsent,
  });
  return page(body, status);
}

/** The same words whether it does not exist or is not this reader's. */
export const noHandover = (
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): HttpResponse =>
  notice(tools, consoleFrame(reader, 'conversations'), 404, {
    heading: 'We can’t find that conversation',
    says: ['The address may be wrong, or it may be for a colleague.'],
    kept: wordsIn(request),
    links: [{ text: 'See all conversations for us', href: '/console/conversations' }],
  });
