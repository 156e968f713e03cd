/** The last step of a request: it is sent, and the receipt says so. */
import { bankHolidays } from '../calendar/bank-holidays';
import { longDay, timeOfDay } from '../calendar/days';
import { sayOpening, whenOpen } from '../calendar/opening-hours';
import type { Request, ServiceDefinition, Step } from '../../dialogs';
import { wording } from '../wording';
import { closed, confirming, serviceOf } from './draft-shown';
import { contactsOf } from './people';
import { plainly, type FocusedDraft, type Played, type Scene } from './room';

/** "Sent" is said by the reply that is committed with the request, or not at all. */
export async function send(scene: Scene, { draft, version }: FocusedDraft): Promise<Played> {
  const { turn, asking, tools } = scene;
  if (turn.door === 'terminal') return confirmingOnly(scene, draft, version);
  const service = serviceOf(scene, draft.service);
  const reference = tools.newReference();
  const request: Request = {
    id: reference,
    draft: draft.id,
    service: draft.service,
    serviceVersion: draft.serviceVersion,
    requestedBy: asking.id,
    organisation: asking.organisation?.id ?? '',
    post: asking.postId,
    fields: draft.fields,
    summary: tools.dialogs.readBack(draft, asking.asker),
    confirmedAt: turn.at.toISOString(),
  };
  const at = turn.at.toISOString();
  return {
    ...plainly(
      {
        outcome: 'request',
        text: await receipt(scene, service, reference),
        request: { service: draft.service, stage: 'submitted', fields: draft.fields, reference },
        feedback: { interaction: draft.id, rated: null },
      },
      'request sent',
    ),
    effects: [
      { kind: 'request-confirmed', request, system: service.route.system },
      ...closed(draft.id, version, 'done', at),
    ],
    state: { focus: null, lastSent: { reference, draft: draft.id, at } },
    interaction: draft.id,
  };
}

async function receipt(
  scene: Scene,
  service: ServiceDefinition,
  reference: string,
): Promise<string> {
  const { asking, tools, turn } = scene;
  const { request } = wording;
  const [team] = (await contactsOf(asking, tools.directory)).filter(
    ({ kind }) => kind === 'people-team',
  );
  const by = longDay(tools.dialogs.usuallyDoneBy(service, asking.asker));
  const opening =
    team === undefined ? '' : sayOpening(whenOpen(team.hours, turn.at, bankHolidays), turn.at);
  const sent = request.sent(team?.name ?? wording.peopleTeamUnknown, timeOfDay(turn.at), reference);
  const open = opening.startsWith('opens') && team !== undefined ? ` It ${opening}.` : '';
  return [
    `${sent}${open}`,
    service.urgent ?? '',
    service.receipt.join(' '),
    service.approver === 'manager' ? request.approver : '',
    request.usualTime(service.serviceLevelDays, by),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function confirmingOnly(scene: Scene, draft: Step['draft'], expected: number): Played {
  const played = confirming(scene, draft, expected);
  return {
    ...played,
    reply: { ...played.reply, text: `${played.reply.text}\n\n${wording.request.terminalOnly}` },
  };
}
