/** Where a request is, in one line for its requester: who has it, since when, and what they said. */
import type { FollowedRequest, Request, RequestEvent } from '../../dialogs';
import { longDay, today } from '../calendar/days';
import { wording } from '../wording';
import { nameOf, titleOf, type Showing } from './task-shown';

export async function statusLine(
  showing: Showing,
  { request, events }: FollowedRequest,
): Promise<string> {
  const title = titleOf(showing, request);
  const newest = events.at(-1);
  const day = longDay(today(new Date(newest?.at ?? request.confirmedAt)));
  const approver = waitsFor({ events });
  if (approver !== undefined) {
    const { name } = await nameOf(showing, approver);
    return `${wording.approvals.status.waiting(title, request.id, name, day)}${through(request)}`;
  }
  const line = wording.status.line(title, request.id, stateOf(events), day) + through(request);
  return newest?.note == null
    ? line
    : `${line} ${wording.notices.note(newest.by ?? wording.peopleTeamUnknown, newest.note)}`;
}

const through = ({ byPhone }: Request): string =>
  byPhone === undefined ? '' : ` ${wording.phone.through(byPhone.name)}`;

/** Approved by somebody in the chat, before any receiving service knew of it. */
export const isApprovedHere = ({ kind, receiverReference }: RequestEvent): boolean =>
  kind === 'approved' && receiverReference === null;

/** @returns the id of the person who is to approve it, while nobody has decided */
export function waitsFor({ events }: Pick<FollowedRequest, 'events'>): string | undefined {
  const newest = events.at(-1);
  const isSent = newest?.kind === 'sent' || newest?.kind === 'passed-on';
  return isSent ? (newest.to ?? undefined) : undefined;
}

/** In the words of the receipts. */
export function stateOf(events: readonly RequestEvent[]): string {
  const { status } = wording.approvals;
  const kind = events.at(-1)?.kind ?? 'sent';
  const by = events.find(isApprovedHere)?.by;
  if (kind === 'passed-on') return status.onItsWay;
  if (kind === 'approved' && by != null) return status.approvedOnItsWay(by);
  if (kind === 'received' && by != null) return status.approvedReceived(by);
  return wording.status.states[kind];
}
