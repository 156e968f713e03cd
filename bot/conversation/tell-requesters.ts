/** Tells requesters what became of their requests, in every conversation they have; each event once. */
import type { ServiceDefinition, Dialogs, RequestLog } from '../../dialogs';
import type { Directory } from '../directory/directory';
import { wording } from '../wording';
import { questionButton, whoAsks } from './answer-asked';
import { plainReply, type Reply } from './reply';
import type { News, RequestNews } from './request-news';
import type { IsFollowed } from './expected-line';
import { nameOf, titleOf } from './task-shown';
import { lateWords, movedWords } from './news-of-day';
import { firstSeenWords, peopleTeamInWords } from './people';

export interface TellTools {
  readonly news: RequestNews;
  readonly directory: Directory;
  readonly dialogs: Pick<Dialogs, 'service'>;
  readonly requests: Pick<RequestLog, 'find'>;
  readonly isFollowed: IsFollowed;
  readonly clock: () => Date;
}

const AT_ONCE = 50;

/** @returns how many events were told */
export async function tellRequesters(tools: TellTools): Promise<number> {
  const untold = await tools.news.untold(AT_ONCE);
  for (const news of untold)
    await tools.news.tell(news, await noticeOf(news, tools), tools.clock());
  return untold.length;
}

/** Null where nothing need be said: the receipt told that it was sent, and its status tells the rest. */
async function noticeOf(news: News, tools: TellTools): Promise<Reply | null> {
  const { request, event } = news;
  if (event.kind === 'asked') return questionNotice(event);
  const words = await wordsOf(news, tools);
  if (words === null) return null;
  // A lock screen is read by others: what it is about is told to who asks for it.
  const service = tools.dialogs.service(request.service);
  if (service?.isPrivate === true) return privateNotice(news, service);
  return plainReply({
    outcome: 'status',
    text: `${words}${noteOf(event)}`,
    feedback: service === undefined ? null : askedOf(news, service),
  });
}

/** How satisfied they are is asked once it is done, where asking does not hurt. */
const askedOf = (
  { request, event }: News,
  { asksFeedback }: ServiceDefinition,
): Reply['feedback'] =>
  event.kind === 'done' && asksFeedback
    ? { interaction: request.draft, rated: null, satisfied: null }
    : null;

/** Why a delivery failed is for those who run the assistant. */
const noteOf = ({ kind, by, note }: News['event']): string =>
  note === null || kind === 'parked' ? '' : `\n\n${wording.notices.note(by, note)}`;

async function wordsOf({ request, event }: News, tools: TellTools): Promise<string | null> {
  const { directory, clock } = tools;
  const { news: told } = wording.approvals;
  const title = titleOf(tools, request);
  switch (event.kind) {
    case 'approved':
      // What the desk decides is told without a name, as it is a team.
      return event.by === null || event.receiverReference !== null
        ? wording.notices.approved(title, request.id)
        : seen(told.approved(title, request.id, event.by));
    case 'declined':
      return event.by === null || event.receiverReference !== null
        ? wording.notices.declined(title, request.id)
        : told.declined(title, request.id, event.by);
    case 'done':
      return wording.notices.done(title, request.id);
    case 'passed-on': {
      if (event.to == null) return seen(told.toPeopleServices(title, request.id));
      const { name } = await nameOf({ directory }, event.to);
      return told.passedOn(title, request.id, name);
    }
    case 'parked': {
      const contact = await peopleTeamInWords(directory, request.organisation, clock());
      return wording.notices.parked(title, request.id, contact);
    }
    case 'expected':
    case 'late':
      return aboutItsDay({ request, event }, tools);
    case 'noted':
      return wording.ask.noted(title, request.id);
    case 'sent':
    case 'received':
    case 'withdrawn':
    case 'asked':
    case 'answered':
      return null;
  }

  /** It goes to people services now: where they are closed, when a person will first see it. */
  async function seen(words: string): Promise<string> {
    const firstSeen = await firstSeenWords(directory, request.organisation, clock());
    return firstSeen === '' ? words : `${words} ${firstSeen}`;
  }
}

async function aboutItsDay(
  { request, event }: Pick<News, 'request' | 'event'>,
  tools: TellTools,
): Promise<string | null> {
  const followed = await tools.requests.find(request.id);
  if (followed === undefined) return null;
  return event.kind === 'late'
    ? lateWords(tools, followed, event, tools.clock())
    : movedWords(tools, followed, event);
}

const questionNotice = (event: News['event']): Reply =>
  plainReply({
    outcome: 'status',
    text: wording.ask.notice(whoAsks(event), event.request),
    buttons: [questionButton(wording.ask.read, event)],
  });

function privateNotice(news: News, service: ServiceDefinition): Reply {
  const { request, event } = news;
  const { privateNews, privateUpdate, showIt } = wording.notices;
  const { kind } = event;
  const words =
    kind === 'expected' || kind === 'late' || kind === 'noted' ? privateNews[kind] : privateUpdate;
  return plainReply({
    outcome: 'status',
    text: words(request.id),
    buttons: [{ label: showIt, press: { kind: 'say', text: request.id } }],
    feedback: askedOf(news, service),
  });
}
