/** Tells requesters what became of their requests, in every conversation they have; each event once. */
import type { ServiceDefinition, Dialogs } from '../../dialogs';
import type { Directory } from '../directory/directory';
import { wording } from '../wording';
import { questionButton } from './answer-desk';
import { sayContact } from './people';
import { plainReply, type Reply } from './reply';
import type { News, RequestNews } from './request-news';
import { nameOf, titleOf } from './task-shown';

export interface TellTools {
  readonly news: RequestNews;
  readonly directory: Directory;
  readonly dialogs: Pick<Dialogs, 'service'>;
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
async function noticeOf(
  news: News,
  { directory, dialogs, clock }: TellTools,
): Promise<Reply | null> {
  const { request, event } = news;
  if (event.kind === 'asked') return questionNotice(event);
  const words = await wordsOf();
  if (words === null) return null;
  // A lock screen is read by others: what it is about is told to who asks for it.
  const service = dialogs.service(request.service);
  if (service?.isPrivate === true) return privateNotice(news, service);
  const note =
    event.note === null
      ? ''
      : `\n\n${wording.notices.note(event.by ?? wording.peopleTeamUnknown, event.note)}`;
  return plainReply({
    outcome: 'status',
    text: `${words}${note}`,
    feedback: event.kind === 'done' ? { interaction: request.draft, rated: null } : null,
  });

  async function wordsOf(): Promise<string | null> {
    const { news: told } = wording.approvals;
    const title = titleOf({ dialogs }, request);
    switch (event.kind) {
      case 'approved':
      case 'declined':
        // What the desk decides is told without a name, as it is a team.
        return event.by === null || event.receiverReference !== null
          ? wording.notices[event.kind](title, request.id)
          : told[event.kind](title, request.id, event.by);
      case 'done':
        return wording.notices.done(title, request.id);
      case 'passed-on': {
        if (event.to == null) return told.toPeopleServices(title, request.id);
        const { name } = await nameOf({ directory }, event.to);
        return told.passedOn(title, request.id, name);
      }
      case 'parked': {
        const [team] = (await directory.contacts(request.organisation)).filter(
          ({ kind }) => kind === 'people-team',
        );
        return wording.notices.parked(
          title,
          request.id,
          team === undefined ? wording.peopleTeamUnknown : sayContact(team, clock()),
        );
      }
      case 'noted':
        return wording.ask.noted(title, request.id);
      case 'sent':
      case 'received':
      case 'withdrawn':
      case 'asked':
      case 'answered':
        return null;
    }
  }
}

const questionNotice = (event: News['event']): Reply =>
  plainReply({
    outcome: 'status',
    text: wording.ask.notice(event.by ?? wording.peopleTeamUnknown, event.request),
    buttons: [questionButton(wording.ask.read, event)],
  });

function privateNotice({ request, event }: News, { opening }: ServiceDefinition): Reply {
  const { privateUpdate, showIt } = wording.notices;
  return plainReply({
    outcome: 'status',
    text: privateUpdate(request.id),
    buttons: [{ label: showIt, press: { kind: 'say', text: request.id } }],
    feedback:
      event.kind === 'done' && opening === undefined
        ? { interaction: request.draft, rated: null }
        : null,
  });
}
