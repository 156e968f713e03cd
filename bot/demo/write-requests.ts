/** Writes planned requests as real ones are: confirmed in a turn, delivered to the desk, done there, and told. */
import { dialogs, type RequestId } from '../../dialogs';
import { bankHolidays } from '../calendar/bank-holidays';
import { addDays, addWorkingDays, longDay, noonOn, timeOfDay, today } from '../calendar/days';
import { plainReply } from '../conversation/reply';
import type { Commit, Effect } from '../conversation/store';
import { tellRequesters } from '../conversation/tell-requesters';
import { describeRequest } from '../describe-request';
import type { DeskStore } from '../desk/desk-store';
import type { Directory } from '../directory/directory';
import type { Interaction } from '../feedback/interaction';
import type { Stores } from '../storage/create-stores';
import { wording } from '../wording';
import type { PlannedRequest } from './plan-life';

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SCATTER = 7_919;
const PLACES = 6;
const HOUR = 3_600_000;
const AGENT = 'Fern Lacey';

export interface RequestParts {
  readonly stores: Stores;
  readonly desk: DeskStore;
  readonly directory: Directory;
}

/** Not by chance, so that the same life has the same references. */
export function referenceOf(number: number): RequestId {
  let left = (number + 1) * SCATTER;
  let reference = '';
  while (reference.length < PLACES) {
    reference = `${LETTERS[left % LETTERS.length] ?? '0'}${reference}`;
    left = Math.floor(left / LETTERS.length);
  }
  return `PS-${reference}`;
}

/** @returns the turn that sends it, and the day it is expected */
export async function requestTurn(
  { directory }: Pick<RequestParts, 'directory'>,
  { at, person, service: id, fields, summary }: PlannedRequest,
  reference: RequestId,
  place: { readonly conversation: string; readonly turns: number; readonly state: Commit['state'] },
): Promise<Commit> {
  const service = dialogs.service(id);
  if (service === undefined) throw new Error(`There is no service "${id}".`);
  const time = at.toISOString();
  const draft = `draft-${reference}`;
  const days = service.serviceLevelDays;
  const expectedBy = addWorkingDays(today(at), days, bankHolidays);
  const request = {
    id: reference,
    draft,
    service: id,
    serviceVersion: service.version,
    requestedBy: person.id,
    organisation: person.organisation,
    post: null,
    fields: { ...fields },
    summary,
    confirmedAt: time,
    expectedBy,
  };
  const team = (await directory.organisation(person.organisation))?.peopleTeam;
  const { sent, usualTime } = wording.request;
  const opened: Interaction = {
    id: draft,
    person: person.id,
    organisation: person.organisation,
    conversation: place.conversation,
    kind: 'request',
    service: id,
    outcome: 'request',
    openedAt: time,
    endedAt: time,
    clauses: [],
  };
  const effects: Effect[] = [
    { kind: 'interaction-opened', interaction: opened },
    { kind: 'request-confirmed', request, system: 'desk' },
    { kind: 'interaction-ended', interaction: draft, outcome: 'request', ended: 'done', at: time },
  ];
  return {
    conversation: place.conversation,
    message: draft,
    door: 'web',
    person: person.id,
    organisation: person.organisation,
    at,
    handedOverBy: at,
    said: wording.request.send,
    sensitivity: 'none',
    reply: plainReply({
      outcome: 'request',
      text: `${sent(team ?? wording.peopleTeamUnknown, timeOfDay(at), reference)}\n\n${usualTime(days, longDay(expectedBy))}`,
      request: { service: id, stage: 'submitted', fields: { ...fields }, reference },
      feedback: { interaction: draft, rated: null },
    }),
    interaction: draft,
    trace: { found: [], why: 'request sent', elapsedMs: 0 },
    state: place.state,
    expectedVersion: place.turns,
    effects,
    returnAddress: null,
  };
}

/** @returns its reference there */
export async function handToDesk(
  { stores, desk, directory }: RequestParts,
  reference: RequestId,
  at: Date,
): Promise<string> {
  const lent = await stores.outbox.claim(at);
  if (lent?.request.id !== reference) throw new Error('Another delivery was due.');
  const { request } = lent;
  const about = await describeRequest(request, directory, dialogs, stores.requestLog);
  const taken = await desk.accept(
    {
      ...request,
      key: reference,
      serviceTitle: about.serviceTitle,
      organisationName: about.organisationName,
      requestedBy: { id: request.requestedBy, ...about.requester },
      serviceLevelDays: about.serviceLevelDays,
      isDecided: about.isDecided,
    },
    at,
  );
  await stores.outbox.settle(reference, taken.reference, at);
  return taken.reference;
}

/** When the desk is done with it. */
export function doneAt({ at, late, service }: PlannedRequest): Date {
  const days = dialogs.service(service)?.serviceLevelDays ?? 0;
  const due = addWorkingDays(today(at), days, bankHolidays);
  const done = noonOn(addDays(due, late));
  return done > at ? done : new Date(at.getTime() + HOUR);
}

export const finish = ({ desk }: RequestParts, reference: string, at: Date) =>
  desk.change(reference, { status: 'done', expected: 'received', by: AGENT }, at);

/** What the desk says is written beside the requests, and told, at the time at which it was said. */
export async function follow({ stores, desk, directory }: RequestParts, at: Date): Promise<void> {
  const cursor = await stores.requestLog.cursor('desk');
  const { events } = await desk.eventsAfter(cursor, 100);
  for (const { number, key, reference, kind, status, by, note, at: time } of events)
    await stores.requestLog.record('desk', number, {
      request: key,
      kind: kind === 'status' ? status : 'noted',
      at: time,
      by,
      note,
      receiverReference: reference,
    });
  const { requestNews: news, requestLog: requests } = stores;
  const tools = { news, directory, dialogs, requests, isFollowed: () => true, clock: () => at };
  while ((await tellRequesters(tools)) > 0);
}
