/**
 * What a card becomes once it was pressed: what was pressed, in place of the buttons that asked
 * for it. What can still be asked or read from it stays.
 */
import type { Button, Reply } from '../conversation/reply';
import { waysOf } from '../conversation/show-form';
import type { Press } from '../conversation/turn';
import { wording } from '../wording';
import { cardActivity, type CardActivity } from './reply-activities';
import { ratingsOf, scoresOf, type Drawing } from './reply-card';

/** Presses that a card waits for no longer, once one of them was made. */
const SETTLES: ReadonlySet<Press['kind']> = new Set([
  'confirm',
  'cancel',
  'keep-files',
  'approve',
  'tell-reason',
  'change-reason',
  'send-question',
  'not-now',
  'withdraw',
  'keep',
  'send-answer',
  'for-person',
  'for-assistant',
  'skip-note',
  'drop-note',
  'end-person',
  'reopen-person',
]);

/** Presses that stay good: they ask or show something, and decide nothing. */
const STAYS: ReadonlySet<Press['kind']> = new Set(['say', 'start', 'show-task', 'show-reply']);

/**
 * @param outcome what came of it, where more can be said than which button it was
 * @returns undefined where the card stays as it is: nothing was settled, or it never had that button
 */
export function settledCard(
  reply: Reply,
  press: Press,
  outcome: string | undefined,
  drawing: Drawing,
): CardActivity | undefined {
  const note = isRating(press) ? ratingNote(reply, press) : settledNote(reply, press, outcome);
  if (note === undefined) return undefined;
  const { feedback } = reply;
  const left = isRating(press)
    ? { ...reply, feedback: null }
    : { ...reply, form: null, feedback, buttons: reply.buttons.filter(stays) };
  return cardActivity(left, { ...drawing, note });
}

const stays = ({ press }: Button): boolean => STAYS.has(press.kind);

type Rating = Extract<Press, { kind: 'rate' | 'satisfied' }>;

const isRating = (press: Press): press is Rating =>
  press.kind === 'rate' || (press.kind === 'satisfied' && press.score !== undefined);

function settledNote(reply: Reply, press: Press, outcome: string | undefined): string | undefined {
  const label = labelOf([...reply.buttons, ...waysOf(reply)], press);
  if (label === undefined || !SETTLES.has(press.kind)) return undefined;
  return outcome ?? wording.teams.pressed(label);
}

function ratingNote({ feedback }: Reply, press: Rating): string | undefined {
  if (feedback?.interaction !== press.interaction) return undefined;
  const { ask, satisfied } = wording.feedback;
  const [question, answers] =
    press.kind === 'rate'
      ? [ask, ratingsOf(press.interaction)]
      : [satisfied.ask, scoresOf(press.interaction)];
  const label = labelOf(answers, press);
  return label === undefined ? undefined : wording.teams.rated(question, label);
}

function labelOf(buttons: readonly Button[], pressed: Press): string | undefined {
  const name = JSON.stringify(pressed);
  return buttons.find(({ press }) => JSON.stringify(press) === name)?.label;
}
