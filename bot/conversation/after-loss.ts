/** A loss that is told in the middle of a request: a kind word, and the request waits. */
import { tellsOfLoss } from '../../dialogs';
import { wording } from '../wording';
import type { Button } from './reply';
import { plainly, type FocusedDraft, type Played, type Scene } from './room';
import { talkButtons } from './talk-to-person';

/** @returns undefined where nothing of the kind was said, or the request is for just that */
export function afterLoss(scene: Scene, { draft }: FocusedDraft, text: string): Played | undefined {
  const loss = tellsOfLoss(text);
  if (loss === undefined || loss.service.id === draft.service) return undefined;
  // A manager tells of one of their staff: the request about them goes on.
  if (scene.tools.dialogs.service(draft.service)?.audience === 'manager') return undefined;
  const { waits, theRules, carryOn } = wording.loss;
  const say = ({ label, text: words }: { label: string; text: string }): Button => ({
    label,
    press: { kind: 'say', text: words },
  });
  const buttons: Button[] = [
    { label: loss.service.title, press: { kind: 'start', service: loss.service.id } },
    say(theRules[loss.kind]),
    ...talkButtons(scene),
    say(carryOn),
  ];
  const opening = wording.openings[loss.kind === 'baby' ? 'baby-loss' : 'bereavement'];
  return {
    ...plainly(
      { outcome: 'request', text: `${opening}\n\n${waits}`, buttons, offers: [loss.service.id] },
      'a loss was told of in a request',
    ),
    sensitivity: 'question',
    state: { focus: null },
  };
}
