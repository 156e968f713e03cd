/** A loss that is told beside a request: a kind word comes first. In the middle of one, the request waits. */
import { tellsOfLoss, type Loss, type ServiceDefinition } from '../../dialogs';
import { wording } from '../wording';
import { MOST_BUTTONS, type Button } from './reply';
import { plainly, type FocusedDraft, type Played, type Scene } from './room';
import { talkButtons } from './talk-to-person';

/** @returns undefined where nothing of the kind was said, or the request is for just that */
export function afterLoss(scene: Scene, { draft }: FocusedDraft, text: string): Played | undefined {
  const loss = lossBeside(scene, scene.tools.dialogs.service(draft.service), text);
  if (loss === undefined) return undefined;
  const { waits, theRules, carryOn } = wording.loss;
  const say = ({ label, text: words }: { label: string; text: string }): Button => ({
    label,
    press: { kind: 'say', text: words },
  });
  const buttons: Button[] = [
    leaveFor(loss),
    say(theRules[loss.kind]),
    ...talkButtons(scene),
    say(carryOn),
  ];
  return {
    ...plainly(
      {
        outcome: 'request',
        text: `${openingFor(loss)}\n\n${waits}`,
        buttons,
        offers: [loss.service.id],
      },
      'a loss was told of in a request',
    ),
    sensitivity: 'question',
    state: { focus: null },
  };
}

/** "My wife has died, I need three days off": the request is begun, and the leave for it is one press away. */
export function kindlyBegun(
  scene: Scene,
  played: Played,
  service: ServiceDefinition,
  text: string,
): Played {
  const loss = lossBeside(scene, service, text);
  if (loss === undefined) return played;
  const { reply } = played;
  const hasRoom = reply.buttons.length < MOST_BUTTONS;
  return {
    ...played,
    reply: {
      ...reply,
      text: `${openingFor(loss)}\n\n${reply.text}`,
      // Before the last, which is how they get out of it.
      buttons: hasRoom ? reply.buttons.toSpliced(-1, 0, leaveFor(loss)) : reply.buttons,
      offers: hasRoom ? [...reply.offers, loss.service.id] : reply.offers,
    },
  };
}

/** @returns undefined where the request is for just that, or is a manager's, who tells of one of their staff */
function lossBeside(
  { asking }: Scene,
  service: ServiceDefinition | undefined,
  text: string,
): Loss | undefined {
  const loss = tellsOfLoss(text, asking.asker.reports);
  return loss?.service.id === service?.id || service?.audience === 'manager' ? undefined : loss;
}

const openingFor = ({ kind }: Loss): string =>
  wording.openings[kind === 'baby' ? 'baby-loss' : 'bereavement'];

const leaveFor = ({ service: { id, title } }: Loss): Button => ({
  label: title,
  press: { kind: 'start', service: id },
});
