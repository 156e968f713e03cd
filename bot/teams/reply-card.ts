/**
 * What can be pressed under a reply, as an Adaptive Card beside its text: more to read, choices,
 * then "Did this sort it?".
 *
 * Action.Submit, not Action.Execute: a submit arrives as an ordinary message, so it has no five
 * seconds to answer in and no second way to reply; every client draws it. `messageBack` shows in
 * the chat what was pressed and carries the label as text, so that a client which loses the press
 * still says the words, and typing a label works as well as pressing it. A rating is silent.
 */
import type { Press } from '../conversation/turn';
import type { Button, Reply, ShownCitation } from '../conversation/reply';
import { wording } from '../wording';
import { waysOf } from '../conversation/show-form';
import { withNamedSources } from './citation-entity';
import { feedbackForm } from './feedback-form';
import { cardForm, textOf, type CardForm } from './form-card';

const MOST_BYTES = 25 * 1024;
const FOLDED_AWAY = 'more';
/** What Teams draws in one row of actions; the rest would be hidden without a word. */
const MOST_ACTIONS = 6;

export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: string;
  readonly version: '1.5';
  readonly lang: 'en';
  readonly fallbackText: string;
  readonly body: readonly object[];
}

/** @returns undefined where there is nothing to press */
export function replyCard(
  reply: Pick<Reply, 'more' | 'citations' | 'buttons' | 'form' | 'feedback'>,
  publicUrl: string | undefined,
): AdaptiveCard | undefined {
  const { buttons, feedback } = reply;
  const asked = questionOf(feedback);
  const more = reply.more === null ? [] : folded(reply.more, reply.citations, publicUrl);
  const ways = waysOf(reply);
  const why = feedbackForm(reply);
  // What was wrong is one press of a few more than a row holds.
  const most = why === undefined ? MOST_ACTIONS : buttons.length;
  for (const form of formsOf(reply))
    for (let count = Math.min(buttons.length, most); count >= 0; count -= 1) {
      const card = cardOf({ more, form, buttons: buttons.slice(0, count), why, ways, asked });
      if (card === undefined || Buffer.byteLength(JSON.stringify(card)) <= MOST_BYTES) return card;
    }
  return undefined;
}

/** From the fullest to none: what Teams does not take would be no form at all. */
function formsOf({ form }: Pick<Reply, 'form'>): readonly (CardForm | undefined)[] {
  if (form?.kind !== 'open') return [undefined];
  const full = cardForm(form, true);
  const [, ...actions] = full.actions;
  return [full, cardForm(form, false), { body: [textOf(wording.teams.formTooLong)], actions }];
}

interface Parts {
  readonly more: readonly object[];
  readonly form: CardForm | undefined;
  readonly buttons: readonly Button[];
  /** The comment on an answer, and the wish for a reply: folded away. */
  readonly why: CardForm | undefined;
  /** The way to a form, or out of it. */
  readonly ways: readonly Button[];
  readonly asked: Asked | undefined;
}

function cardOf({ more, form, buttons, why, ways, asked }: Parts): AdaptiveCard | undefined {
  const nothing = more.length === 0 && buttons.length === 0 && ways.length === 0;
  if (nothing && asked === undefined && why === undefined) return undefined;
  const ratings = asked?.answers ?? [];
  // Beside a form a button takes along what is in it, and is held up by what is missing there.
  const hasInputs = form !== undefined || why !== undefined;
  const alone = hasInputs ? { associatedInputs: 'none' } : {};
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: 'en',
    fallbackText: wording.teams.cannotDrawButtons(
      [...buttons, ...ways, ...ratings].map(({ label }) => label),
    ),
    body: [
      ...more,
      ...(form === undefined ? [] : [...form.body, actionSet(form.actions)]),
      ...rowsOf(buttons).map((row) => actionSet(row.map((one) => ({ ...choice(one), ...alone })))),
      ...(why === undefined ? [] : [actionSet(why.actions), ...why.body]),
      ...(form === undefined && ways.length > 0 ? [actionSet(ways.map(choice))] : []),
      ...(ratings.length > 0
        ? [
            textOf(asked?.ask ?? '', { spacing: 'Medium' }),
            actionSet(ratings.map((one) => ({ ...silent(one), ...alone }))),
          ]
        : []),
    ],
  };
}

const actionSet = (actions: readonly object[]): object => ({ type: 'ActionSet', actions });

const rowsOf = (buttons: readonly Button[]): readonly (readonly Button[])[] =>
  Array.from({ length: Math.ceil(buttons.length / MOST_ACTIONS) }, (_, row) =>
    buttons.slice(row * MOST_ACTIONS, (row + 1) * MOST_ACTIONS),
  );

/** Unfolded where it stands, by the client alone. */
function folded(
  more: string,
  citations: readonly ShownCitation[],
  publicUrl: string | undefined,
): readonly object[] {
  return [
    {
      type: 'ActionSet',
      actions: [
        { type: 'Action.ToggleVisibility', title: wording.more, targetElements: [FOLDED_AWAY] },
      ],
    },
    {
      type: 'Container',
      id: FOLDED_AWAY,
      isVisible: false,
      items: withNamedSources(more, citations, publicUrl)
        .split(/\n{2,}/)
        .map((text) => ({ type: 'TextBlock', text, wrap: true })),
    },
  ];
}

interface Asked {
  readonly ask: string;
  readonly answers: readonly Button[];
}

/** @returns undefined where nothing is asked, or it was answered */
function questionOf(feedback: Reply['feedback']): Asked | undefined {
  if (feedback?.rated !== null) return undefined;
  const { interaction, satisfied } = feedback;
  if (satisfied === undefined)
    return { ask: wording.feedback.ask, answers: ratingsOf(interaction) };
  return satisfied === null
    ? { ask: wording.feedback.satisfied.ask, answers: scoresOf(interaction) }
    : undefined;
}

const scoresOf = (interaction: string): readonly Button[] =>
  wording.feedback.satisfied.scores.map((label, index) => ({
    label,
    press: { kind: 'satisfied', interaction, score: index + 1 },
  }));

const ratingsOf = (interaction: string): readonly Button[] =>
  (['yes', 'partly', 'no'] as const).map((rating) => ({
    label: wording.feedback[rating],
    press: { kind: 'rate', interaction, rating },
  }));

const choice = ({ label, press }: Button) => ({
  type: 'Action.Submit',
  title: label,
  data: { press, msteams: { type: 'messageBack', text: label, displayText: label } },
});

const silent = ({ label, press }: { label: string; press: Press }) => ({
  type: 'Action.Submit',
  title: label,
  data: { press },
});
