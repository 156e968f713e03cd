/** Where a request is, in one line for its requester: who has it, since when, and what they said. */
import type { FollowedRequest, RequestEvent } from '../../dialogs';
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
  if (waitsForPerson(newest)) {
    const { name } = await nameOf(showing, newest.to);
    return wording.approvals.status.waiting(title, request.id, name, day);
  }
  const line = wording.status.line(title, request.id, stateOf(events), day);
  return newest?.note == null
    ? line
    : `${line} ${wording.notices.note(newest.by ?? wording.peopleTeamUnknown, newest.note)}`;
}

/** Approved by somebody in the chat, before any receiving service knew of it. */
export const isApprovedHere = ({ kind, receiverReference }: RequestEvent): boolean =>
  kind === 'approved' && receiverReference === null;

function waitsForPerson(
  event: RequestEvent | undefined,
): event is RequestEvent & { readonly to: string } {
  return (event?.kind === 'sent' || event?.kind === 'passed-on') && typeof event.to === 'string';
}

function stateOf(events: readonly RequestEvent[]): string {
  const { status } = wording.approvals;
  const kind = events.at(-1)?.kind ?? 'sent';
  const by = events.find(isApprovedHere)?.by;
  if (kind === 'passed-on') return status.onItsWay;
  if (kind === 'approved' && by != null) return status.approvedOnItsWay(by);
  if (kind === 'received' && by != null) return status.approvedReceived(by);
  return wording.status.states[kind];
}
