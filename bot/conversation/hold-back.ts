/** A request that a clause of the policies stops: it is not offered to send, and what would mend it is asked. */
import type { Step } from '../../dialogs';
import { wording } from '../wording';
import { asked } from './draft-shown';
import type { Button } from './reply';
import type { Played, Scene } from './room';
import { checkDraft, type Found } from './rule-check';
import { offerButtons, offersOf, rulesShown } from './rule-shown';
import { talkButtons } from './talk-to-person';

/**
 * Also in the middle of the questions: nobody answers five of them first.
 * @returns undefined where nothing stops it, or what would mend it is being asked
 */
export async function stopped(
  scene: Scene,
  step: Extract<Step, { kind: 'ask' | 'confirm' }>,
  expected: number,
): Promise<Played | undefined> {
  const [first] = await checkDraft(scene, step.draft);
  return first === undefined || isAnswered(step, first)
    ? undefined
    : heldBack(scene, step.draft, expected, first);
}

/** They gave an answer that cannot be used, or want another day than the one proposed: that is what comes next. */
function isAnswered(step: Step, { finding: { change } }: Found): boolean {
  if (step.kind !== 'ask') return false;
  const isProposed = change?.to !== undefined;
  const isDeclined =
    isProposed && step.field.name === change.field.name && step.draft.suggested === undefined;
  const isUnread = step.problem?.kind === 'not-understood' && !isProposed;
  return isDeclined || (step.problem !== undefined && !isUnread);
}

/** @returns undefined where it does not stop */
export function heldBack(
  scene: Scene,
  draft: Step['draft'],
  expected: number,
  found: Found,
): Played | undefined {
  const { asking, tools } = scene;
  const { stops, change } = found.finding;
  if (!stops || change === undefined) return undefined;
  const { rules } = wording;
  const { lines, citations } = rulesShown([found], asking.organisation?.shortName);
  const { label } = change.field;
  const question =
    change.to === undefined ? rules.sayAgain(label) : rules.changeTo(label, change.to.words);
  const offered = offersOf(scene, [found]);
  const yes: Button[] =
    change.to === undefined ? [] : [{ label: rules.changeIt, press: { kind: 'say', text: 'yes' } }];
  const played = asked(
    scene,
    tools.dialogs.heldBack(draft, change),
    expected,
    [`${rules.stopped} ${lines.join('')}`, question].join('\n\n'),
    [...yes, ...offerButtons(offered)],
    talkButtons(scene),
  );
  const offers = offered.map(({ id }) => id);
  // A file would not mend it: nothing stands between them and what does.
  return { ...played, reply: { ...played.reply, citations, offers, upload: null } };
}
