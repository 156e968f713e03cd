/** A request under way: each step of the dialogs room, in words and buttons, kept with the turn. */
import { bankHolidays } from '../calendar/bank-holidays';
import { longDay, timeOfDay } from '../calendar/days';
import { sayOpening, whenOpen } from '../calendar/opening-hours';
import type { Request, ServiceDefinition, Step } from '../../dialogs';
import { wording } from '../wording';
import { ask, replyTo } from './answer-question';
import { contactOf, contactsOf } from './people';
import type { Button, RequestShown } from './reply';
import { plainly, type FocusedDraft, type Played, type Scene } from './room';
import type { Effect } from './store';

const MISSES_BEFORE_A_PERSON = 3;

/** Starts a service with what the sentence already said. */
export async function startRequest(
  scene: Scene,
  service: ServiceDefinition,
  text: string,
): Promise<Played> {
  const { asking, tools, turn, opened } = scene;
  const { refused } = wording;
  if (!asking.mayRequest)
    return plainly({ outcome: 'refused', text: refused.strangerRequests }, 'stranger');
  if (service.audience === 'manager' && !asking.asker.isManager) {
    return plainly(
      { outcome: 'refused', text: refused.notManager(service.title) },
      'not a manager',
    );
  }
  // One unfinished request of a kind: starting again takes the place of the old one.
  const old = opened.drafts.filter(({ draft }) => draft.service === service.id);
  const draft = tools.newId();
  const step = tools.dialogs.start(service, text, asking.asker, {
    draft,
    nonce: tools.newId(),
    now: turn.at,
    person: asking.id,
  });
  const at = turn.at.toISOString();
  const opening: Effect[] = [
    ...old.flatMap(({ draft: { id }, version }): Effect[] => closed(id, version, 'cancelled', at)),
    {
      kind: 'interaction-opened',
      interaction: {
        id: draft,
        person: asking.id,
        organisation: asking.organisation?.id ?? null,
        conversation: turn.conversation,
        kind: 'request',
        service: service.id,
        outcome: 'request',
        openedAt: at,
        endedAt: null,
        clauses: [],
      },
    },
  ];
  const played = await playStep(scene, step, 0);
  return { ...played, effects: [...opening, ...played.effects] };
}

/**
 * Plays what the dialogs room made of the person's words.
 * @param expected the stored version of the draft; 0 for a new one
 */
export async function playStep(scene: Scene, step: Step, expected: number): Promise<Played> {
  const played = await playOnly(scene, step, expected);
  if (step.rest === undefined) return played;
  const outcome = await ask(scene, step.rest);
  if (outcome.kind === 'not-covered' && outcome.why === 'unknown') return played;
  return answeredThenBack(await replyTo(scene, step.rest, outcome, false), played);
}

/** A question answered in the middle of a request, and the request again below it. */
export function answeredThenBack(answer: Played, back: Played): Played {
  return {
    ...answer,
    reply: {
      ...answer.reply,
      text: `${answer.reply.text}\n\n${wording.request.back} ${back.reply.text}`,
      buttons: back.reply.buttons,
      request: back.reply.request,
    },
    effects: [...answer.effects, ...back.effects],
    state: { ...answer.state, ...back.state },
  };
}

async function playOnly(scene: Scene, step: Step, expected: number): Promise<Played> {
  const { tools, turn } = scene;
  const { draft } = step;
  switch (step.kind) {
    case 'ask': {
      const person = draft.misses >= MISSES_BEFORE_A_PERSON ? await offerPerson(scene) : '';
      const text = [person, tools.dialogs.question(step)]
        .filter((part) => part !== '')
        .join('\n\n');
      return asked(draft, expected, text, choiceButtons(step.choices ?? []));
    }
    case 'confirm':
      return confirming(scene, draft, expected);
    case 'unread':
      return again(scene, { draft, version: expected }, wording.request.notUnderstood);
    case 'agreed':
      return send(scene, { draft, version: expected });
    case 'cancelled': {
      const service = serviceOf(scene, draft.service);
      const shown: RequestShown = {
        service: draft.service,
        stage: 'cancelled',
        fields: draft.fields,
      };
      return {
        ...plainly(
          {
            outcome: 'request',
            text: wording.request.cancelled(service.title),
            request: shown,
            feedback: { interaction: draft.id, rated: null },
          },
          'request cancelled',
        ),
        effects: closed(draft.id, expected, 'cancelled', turn.at.toISOString()),
        state: { focus: null },
        interaction: draft.id,
      };
    }
  }
}

/** What is asked now, once more, under `first`: after a digression, or when nothing was understood. */
export async function again(
  scene: Scene,
  { draft, version }: FocusedDraft,
  first: string,
): Promise<Played> {
  const { asking, tools } = scene;
  const step = tools.dialogs.ask(draft, asking.asker);
  const played = await playStep(scene, step, version);
  return { ...played, reply: { ...played.reply, text: `${first}\n\n${played.reply.text}` } };
}

function asked(draft: Step['draft'], expected: number, text: string, buttons: Button[]): Played {
  const cancel: Button = {
    label: wording.request.cancel,
    press: { kind: 'cancel', draft: draft.id },
  };
  return {
    ...plainly(
      {
        outcome: 'request',
        text,
        buttons: [...buttons, cancel],
        request: { service: draft.service, stage: draft.stage, fields: draft.fields },
      },
      `request ${draft.stage}`,
    ),
    effects: [{ kind: 'draft-saved', draft, expected }],
    state: { focus: draft.id },
    interaction: draft.id,
  };
}

function confirming(scene: Scene, draft: Step['draft'], expected: number): Played {
  const { dialogs } = scene.tools;
  const { request } = wording;
  const text = `${dialogs.readBack(draft, scene.asking.asker)} ${serviceOf(scene, draft.service).confirm}`;
  const send: Button = {
    label: request.send,
    press: { kind: 'confirm', draft: draft.id, nonce: draft.nonce },
  };
  return asked(draft, expected, text, [send]);
}

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

function closed(
  draft: string,
  expected: number,
  ended: 'done' | 'cancelled',
  at: string,
): Effect[] {
  return [
    { kind: 'draft-closed', draft, expected },
    { kind: 'interaction-ended', interaction: draft, outcome: 'request', ended, at },
  ];
}

async function offerPerson({ asking, tools, turn }: Scene): Promise<string> {
  return wording.request.offerPerson(
    await contactOf('people-team', asking, tools.directory, turn.at),
  );
}

/** @throws Error for a draft of a service that left the catalogue: it cannot be finished */
function serviceOf({ tools }: Scene, id: string): ServiceDefinition {
  const service = tools.dialogs.service(id);
  if (service === undefined)
    throw new Error(`The catalogue has no service "${id}", but a draft of it exists. Put it back.`);
  return service;
}

const choiceButtons = (choices: readonly string[]): Button[] =>
  choices.slice(0, 5).map((label) => ({ label, press: { kind: 'say', text: label } }));
