/** What a requester is told of the day on which their request is expected: that it moved, or has passed. */
import {
  expectedOf,
  hasEnded,
  newestStatus,
  type FollowedRequest,
  type RequestEvent,
} from '../../dialogs';
import { longDay } from '../calendar/days';
import type { Directory } from '../directory/directory';
import { wording } from '../wording';
import { openQuestion, whoAsks } from './answer-asked';
import { peopleTeamInWords } from './people';
import type { StatusShowing } from './status-line';
import { waitsFor } from './waits-for';
import { nameOf, titleOf } from './task-shown';

export interface NewsOfDay extends StatusShowing {
  readonly directory: Pick<Directory, 'person' | 'contacts'>;
}

/** @returns null where it has ended meanwhile: nobody need know any more */
export async function movedWords(
  showing: NewsOfDay,
  followed: FollowedRequest,
  event: RequestEvent,
): Promise<string | null> {
  const day = event.expectedBy;
  if (day === undefined || hasEnded(followed)) return null;
  const { request, events } = followed;
  const at = events.findIndex(
    (one) => one.kind === 'expected' && one.at === event.at && one.expectedBy === day,
  );
  const before = expectedOf({ request, events: events.slice(0, Math.max(at, 0)) })?.by;
  const { later, sooner } = wording.expected.news;
  const words = before !== undefined && day < before ? sooner : later;
  return words(titleOf(showing, request), request.id, longDay(day));
}

/** @returns null where it has ended or got another day meanwhile */
export async function lateWords(
  showing: NewsOfDay,
  followed: FollowedRequest,
  event: RequestEvent,
  now: Date,
): Promise<string | null> {
  const day = event.expectedBy;
  if (day === undefined || expectedOf(followed)?.by !== day) return null;
  const { request } = followed;
  const { news } = wording.expected;
  const title = titleOf(showing, request);
  const kind = newestStatus(followed)?.kind;
  const isThere = kind === 'received' || (kind === 'approved' && isAtReceiver(followed));
  const ask = news.ask(await peopleTeamInWords(showing.directory, request.organisation, now));
  if (isThere && !showing.isFollowed(request.organisation, request.service)) {
    return `${news.unfollowed(title, request.id, longDay(day))} ${ask}`;
  }
  const approver = waitsFor(followed);
  const where =
    approver !== undefined
      ? news.withApprover((await nameOf(showing, approver)).name)
      : isThere
        ? withPeopleServices(followed)
        : news.onItsWay;
  return `${news.late(title, request.id, longDay(day))} ${where}\n\n${ask}`;
}

/** Who has it is who they wait for: a question that nobody has answered is with its requester. */
function withPeopleServices(followed: FollowedRequest): string {
  const asked = openQuestion(followed);
  return asked === undefined
    ? wording.expected.news.withPeopleServices
    : wording.ask.waits(whoAsks(asked));
}

const isAtReceiver = ({ events }: FollowedRequest): boolean =>
  events.some(({ kind }) => kind === 'received');
