/** Where a request is, in one line for its requester: who has it, since when, and what they said. */
import { newestStatus, type FollowedRequest, type Request, type RequestEvent } from '../../dialogs';
import { longDay, today } from '../calendar/days';
import { wording } from '../wording';
import { openQuestion, whoAsks } from './answer-asked';
import { expectedLine, type IsFollowed } from './expected-line';
import { nameOf, titleOf, type Showing } from './task-shown';
import { waitsFor } from './waits-for';

export interface StatusShowing extends Showing {
  readonly isFollowed: IsFollowed;
}

export async function statusLine(
  showing: StatusShowing,
  followed: FollowedRequest,
  now: Date,
): Promise<string> {
  const expected = expectedLine(showing.isFollowed, followed, now);
  const line = await lineOf(showing, followed);
  return expected === '' ? line : `${line} ${expected}`;
}

async function lineOf(showing: Showing, { request, events }: FollowedRequest): Promise<string> {
  const title = titleOf(showing, request);
  const newest = newestStatus({ events });
  const day = longDay(today(new Date(newest?.at ?? request.confirmedAt)));
  const approver = waitsFor({ events });
  if (approver !== undefined) {
    const { name } = await nameOf(showing, approver);
    const line = `${wording.approvals.status.waiting(title, request.id, name, day)}${through(request)}`;
    return [line, ...askedWords({ events })].join(' ');
  }
  const told = newestNote(events);
  return [
    `${wording.status.line(title, request.id, stateOf(events), day)}${through(request)}`,
    ...(told?.note == null ? [] : [wording.notices.note(told.by, told.note)]),
    ...askedWords({ events }),
  ].join(' ');
}

/** That somebody waits for an answer of theirs. */
function askedWords(followed: Pick<FollowedRequest, 'events'>): readonly string[] {
  const asked = openQuestion(followed);
  return asked === undefined ? [] : [wording.ask.waits(whoAsks(asked))];
}

/** With its newest status, or written since. Why a delivery failed is for those who run the assistant. */
function newestNote(events: readonly RequestEvent[]): RequestEvent | undefined {
  const status = newestStatus({ events });
  const written = events.findLast((event) => event.kind === 'noted' || event === status);
  return written?.kind === 'parked' ? undefined : written;
}

const through = ({ byPhone }: Request): string =>
  byPhone === undefined ? '' : ` ${wording.phone.through(byPhone.name)}`;

/** Approved by somebody in the chat, before any receiving service knew of it. */
export const isApprovedHere = ({ kind, receiverReference }: RequestEvent): boolean =>
  kind === 'approved' && receiverReference === null;
/** In the words of the receipts. */
export function stateOf(events: readonly RequestEvent[]): string {
  const { status } = wording.approvals;
  const kind = newestStatus({ events })?.kind ?? 'sent';
  const by = events.find(isApprovedHere)?.by;
  if (kind === 'passed-on') return status.onItsWay;
  if (kind === 'approved' && by != null) return status.approvedOnItsWay(by);
  if (kind === 'received' && by != null) return status.approvedReceived(by);
  return wording.status.states[kind];
}
