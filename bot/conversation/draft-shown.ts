/** A draft on its way to being sent: what is asked of it, how it is opened and closed. */
import type { ServiceDefinition, Step } from '../../dialogs';
import { wording } from '../wording';
import { takeOutButtons, uploadOf } from './draft-files';
import { interactionOpened, newInteraction } from './new-interaction';
import { MOST_BUTTONS, type Button } from './reply';
import { plainly, type Played, type Scene } from './room';
import type { Effect } from './store';

/** Of one question, or of one form. */
export const MISSES_BEFORE_A_PERSON = 3;

/** @param ways out of here: they stay, and "Cancel" with them, where there are more buttons than any door draws */
export function asked(
  scene: Scene,
  draft: Step['draft'],
  expected: number,
  text: string,
  buttons: readonly Button[],
  ways: readonly Button[] = [],
): Played {
  const cancel: Button = {
    label: wording.request.cancel,
    press: { kind: 'cancel', draft: draft.id },
  };
  const kept = [...ways, ...takeOutButtons(draft), cancel];
  return {
    ...plainly(
      {
        outcome: 'request',
        text,
        buttons: [...buttons.slice(0, MOST_BUTTONS - kept.length), ...kept],
        upload: uploadOf(scene, serviceOf(scene, draft.service), draft),
        request: { service: draft.service, stage: draft.stage, fields: draft.fields },
      },
      `request ${draft.stage}`,
    ),
    effects: [{ kind: 'draft-saved', draft, expected }],
    state: { focus: draft.id },
    interaction: draft.id,
  };
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
