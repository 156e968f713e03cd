/** A draft on its way to being sent: what is asked of it, what is read back, how it is closed. */
import type { ServiceDefinition, Step } from '../../dialogs';
import { wording } from '../wording';
import { interactionOpened, newInteraction } from './new-interaction';
import type { Button } from './reply';
import { plainly, type Played, type Scene } from './room';
import type { Effect } from './store';

export function asked(
  draft: Step['draft'],
  expected: number,
  text: string,
  buttons: Button[],
): Played {
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

/** Everything read back, for the person to say yes to. */
export function confirming(scene: Scene, draft: Step['draft'], expected: number): Played {
  const { dialogs } = scene.tools;
  const { request } = wording;
  const { confirm, approver, isPrivate, fields } = serviceOf(scene, draft.service);
  const hasWords = fields.some(
    ({ name, kind }) => kind === 'text' && draft.fields[name] !== undefined,
  );
  const isRead = approver === 'manager' && isPrivate && hasWords;
  const read = isRead ? `${request.managerReads} ` : '';
  const usual = approver === 'manager' ? request.sendQuestion : request.sendToPeopleServices;
  const text = `${dialogs.readBack(draft, scene.asking.asker)} ${read}${confirm ?? usual}`;
  const send: Button = {
    label: request.send,
    press: { kind: 'confirm', draft: draft.id, nonce: draft.nonce },
  };
  return asked(draft, expected, text, [send, ...leaveOutButtons(scene, draft)]);
}

/** A reason or a note that nobody had to give was in a message: one press takes it back. */
function leaveOutButtons(scene: Scene, draft: Step['draft']): Button[] {
  const { fields } = serviceOf(scene, draft.service);
  return fields
    .filter(
      ({ name, kind, optional }) => optional && kind === 'text' && draft.fields[name] !== undefined,
    )
    .map(({ label }) => {
      const words = wording.request.leaveOut(label);
      return { label: words, press: { kind: 'say', text: words } };
    });
}

/** A draft is an interaction from its first question on. */
export const opening = (scene: Scene, draft: string, service: string): Effect =>
  interactionOpened(
    newInteraction(scene, { id: draft, kind: 'request', outcome: 'request', service }),
  );

/** The draft is gone, and so is the interaction that it was. */
export function closed(
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

/** @throws Error for a draft of a service that left the catalogue: it cannot be finished */
export function serviceOf({ tools }: Scene, id: string): ServiceDefinition {
  const service = tools.dialogs.service(id);
  if (service === undefined)
    throw new Error(`The catalogue has no service "${id}", but a draft of it exists. Put it back.`);
  return service;
}
