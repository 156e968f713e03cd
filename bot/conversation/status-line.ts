/** Where a request is, in one line for its requester: who has it, since when, and what they said. */
import type { FollowedRequest, Request, RequestEvent } from '../../dialogs';
import { longDay, today } from '../calendar/days';
import { wording } from '../wording';
import { openQuestion } from './answer-desk';
import { nameOf, titleOf, type Showing } from './task-shown';

export async function statusLine(
  showing: Showing,
  { request, events }: FollowedRequest,
): Promise<string> {
  const title = titleOf(showing, request);
  const newest = stepsOf(events).at(-1);
  const day = longDay(today(new Date(newest?.at ?? request.confirmedAt)));
  const approver = waitsFor({ events });
  if (approver !== undefined) {
    const { name } = await nameOf(showing, approver);
    return `${wording.approvals.status.waiting(title, request.id, name, day)}${through(request)}`;
  }
  const asked = openQuestion({ events }) === undefined ? '' : ` ${wording.ask.waits}`;
  const line = `${wording.status.line(title, request.id, stateOf(events), day)}${through(request)}${asked}`;
  return newest?.note == null
    ? line
    : `${line} ${wording.notices.note(newest.by ?? wording.peopleTeamUnknown, newest.note)}`;
}

const through = ({ byPhone }: Request): string =>
  byPhone === undefined ? '' : ` ${wording.phone.through(byPhone.name)}`;

type Step = RequestEvent & {
  readonly kind: Exclude<RequestEvent['kind'], 'noted' | 'asked' | 'answered'>;
};
/** What is asked, answered and told beside a request is no step of it. */
const isStep = (event: RequestEvent): event is Step =>
  event.kind !== 'noted' && event.kind !== 'asked' && event.kind !== 'answered';

const stepsOf = (events: readonly RequestEvent[]): readonly Step[] => events.filter(isStep);

/** Approved by somebody in the chat, before any receiving service knew of it. */
export const isApprovedHere = ({ kind, receiverReference }: RequestEvent): boolean =>
  kind === 'approved' && receiverReference === null;

/** @returns the id of the person who is to approve it, while nobody has decided */
export function waitsFor({ events }: Pick<FollowedRequest, 'events'>): string | undefined {
  const newest = stepsOf(events).at(-1);
  const isSent = newest?.kind === 'sent' || newest?.kind === 'passed-on';
  return isSent ? (newest.to ?? undefined) : undefined;
}

/** In the words of the receipts. */
export function stateOf(events: readonly RequestEvent[]): string {
  const { status } = wording.approvals;
  const kind = stepsOf(events).at(-1)?.kind ?? 'sent';
  const by = events.find(isApprovedHere)?.by;
  if (kind === 'passed-on') return status.onItsWay;
  if (kind === 'approved' && by != null) return status.approvedOnItsWay(by);
  if (kind === 'received' && by != null) return status.approvedReceived(by);
  return wording.status.states[kind];
}
