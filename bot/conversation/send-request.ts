/** The last step of a request: it is sent, and the receipt says so. */
import { longDay, timeOfDay } from '../calendar/days';
import type { Request, ServiceDefinition, Step } from '../../dialogs';
import { approverOf, type Approver } from '../directory/approver';
import { wording } from '../wording';
import { confirming } from './confirm-draft';
import { closed, serviceOf } from './draft-shown';
import { heldBack } from './hold-back';
import { sentNotice } from './by-phone';
import { replacing, type Replacing } from './own-request';
import { contactOf, firstSeenWords, peopleTeamOf } from './people';
import { plainly, type FocusedDraft, type Played, type Scene } from './room';
import { checkDraft } from './rule-check';
import { warningsOf } from './rule-shown';
import type { Effect } from './store';
import { askedBy, taskFor, taskNotice } from './task-shown';
import type { InCall } from './turn';

/** "Sent" is said by the reply that is committed with the request, or not at all. */
export async function send(scene: Scene, { draft, version }: FocusedDraft): Promise<Played> {
  const { turn, asking, tools } = scene;
  if (turn.door === 'terminal') return confirmingOnly(scene, draft, version);
  const found = await checkDraft(scene, draft);
  const held = found[0] && heldBack(scene, draft, version, found[0]);
  if (held !== undefined) return held;
  const service = serviceOf(scene, draft.service);
  const old = await replacing(scene, draft);
  if (old === 'ended') return notInItsPlace(scene, { draft, version });
  const reference = tools.newReference();
  const expectedBy = tools.dialogs.usuallyDoneBy(service, asking.asker);
  const request: Request = {
    id: reference,
    draft: draft.id,
    service: draft.service,
    serviceVersion: draft.serviceVersion,
    requestedBy: asking.id,
    organisation: asking.organisation?.id ?? '',
    post: draft.filledIn.postId ?? asking.postId,
    fields: draft.fields,
    summary: summaryOf(tools.dialogs.readBack(draft, asking.asker), old),
    ...(draft.files !== undefined && draft.files.length > 0 && { files: draft.files }),
    confirmedAt: turn.at.toISOString(),
    ...warningsOf(found, asking.organisation?.shortName),
    expectedBy,
    ...(turn.call && { byPhone: byPhone(turn.call) }),
  };
  const at = turn.at.toISOString();
  const approver =
    service.approver === 'manager'
      ? await approverOf(tools.directory, askedBy(request), asking.day)
      : undefined;
  const toRequester = await sentNotice(scene, request, approver !== undefined);
  return {
    ...plainly(
      {
        outcome: 'request',
        text: await receipt(scene, draft, request, approver, old),
        request: { service: draft.service, stage: 'submitted', fields: draft.fields, reference },
        feedback: service.asksFeedback ? { interaction: draft.id, rated: null } : null,
      },
      'request sent',
    ),
    effects: [
      ...(old?.effects ?? []),
      {
        kind: 'request-confirmed',
        request,
        system: tools.routes(request.organisation, request.service),
        ...(approver && { approval: await approvalBy(scene, request, approver) }),
        ...(toRequester && { toRequester }),
      },
      ...closed(draft.id, version, 'done', at),
    ],
    state: { focus: null, lastSent: { reference, draft: draft.id, at } },
    interaction: draft.id,
  };
}

/** What it was to replace was declined, done or replaced meanwhile: nothing is sent behind their back. */
function notInItsPlace({ turn }: Scene, { draft, version }: FocusedDraft): Played {
  const text = wording.approvals.change.tooLate(draft.replaces ?? '');
  return {
    ...plainly({ outcome: 'status', text }, 'nothing left to change'),
    effects: closed(draft.id, version, 'cancelled', turn.at.toISOString()),
    state: { focus: null },
    interaction: draft.id,
  };
}

const byPhone = ({ id, helper }: InCall): Request['byPhone'] => ({
  call: id,
  helper: helper.id,
  name: helper.name,
});

const summaryOf = (readBack: string, old: Replacing | undefined): string =>
  old === undefined ? readBack : wording.approvals.change.summary(old.id, readBack);

function replacedWords({ id, isWithdrawn }: Replacing): string {
  const { change } = wording.approvals;
  return isWithdrawn ? change.withdrawn(id) : change.stays(id);
}

type Approval = NonNullable<Extract<Effect, { kind: 'request-confirmed' }>['approval']>;

async function approvalBy(
  { tools, turn }: Scene,
  request: Request,
  approver: Approver,
): Promise<Approval> {
  const task = taskFor(approver, turn.at);
  return { task, notice: await taskNotice(tools, request, task.standsInFor) };
}

async function receipt(
  scene: Scene,
  draft: Step['draft'],
  { id: reference, organisation, expectedBy = '' }: Request,
  approver: Approver | undefined,
  old: Replacing | undefined,
): Promise<string> {
  const { asking, tools, turn } = scene;
  const service = serviceOf(scene, draft.service);
  const urgent = tools.dialogs.urgentNote(draft, asking.asker);
  const { request, approvals } = wording;
  const isFollowed = tools.isFollowed(organisation, service.id);
  const isNobody = service.approver === 'manager' && approver === undefined;
  const news = turn.call === undefined ? approvals.receipt : wording.phone.receipt;
  return [
    approver === undefined
      ? await sentToPeopleServices(scene, reference, organisation)
      : sentTo(approver, timeOfDay(turn.at), reference),
    ...(old === undefined ? [] : [replacedWords(old)]),
    ...(urgent === undefined ? [] : [urgent]),
    [...aboutFiles(service, draft), ...service.receipt].join(' '),
    ...(isNobody ? [news.nobody] : []),
    ...(approver === undefined ? [] : [news.next(approver.person.givenName)]),
    request.usualTime(service.serviceLevelDays, longDay(expectedBy)),
    ...(await howToFollow(scene, isFollowed)),
  ].join('\n\n');
}

/** On the phone the words are read out, and what becomes of it is told in the caller's own chat. */
async function howToFollow(
  { asking, tools, turn }: Scene,
  isFollowed: boolean,
): Promise<readonly string[]> {
  const { expected, phone } = wording;
  const name = asking.givenName ?? '';
  if (isFollowed) return turn.call === undefined ? [] : [phone.alsoTold(name)];
  const contact = await contactOf('people-team', asking, tools.directory, turn.at);
  return turn.call === undefined
    ? [expected.receipt.unfollowed(contact)]
    : [phone.receipt.unfollowed(name, contact), phone.alsoToldUnfollowed(name)];
}

function aboutFiles({ attaches }: ServiceDefinition, { files = [] }: Step['draft']): string[] {
  if (files.length > 0) return [wording.files.went(files.length)];
  return attaches === undefined ? [] : [attaches.ifNone];
}

function sentTo({ person, isOwnManager, away }: Approver, time: string, reference: string): string {
  const { receipt } = wording.approvals;
  if (isOwnManager) return receipt.toManager(person.name, time, reference);
  return away === null
    ? receipt.toAnother(person.name, time, reference)
    : receipt.whileAway(person.name, away.name, time, reference);
}

async function sentToPeopleServices(
  { tools, turn }: Scene,
  reference: string,
  organisation: string,
): Promise<string> {
  const team = await peopleTeamOf(tools.directory, organisation);
  const to = team?.name ?? wording.peopleTeamUnknown;
  const sent = wording.request.sent(to, timeOfDay(turn.at), reference);
  const firstSeen = await firstSeenWords(tools.directory, organisation, turn.at);
  return firstSeen === '' ? sent : `${sent} ${firstSeen}`;
}

async function confirmingOnly(
  scene: Scene,
  draft: Step['draft'],
  expected: number,
): Promise<Played> {
  const played = await confirming(scene, draft, expected);
  return {
    ...played,
    reply: { ...played.reply, text: `${played.reply.text}\n\n${wording.request.terminalOnly}` },
  };
}
