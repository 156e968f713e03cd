/**
 * What can be pressed under a reply, as an Adaptive Card below its text: more to read, choices,
 * then "Did this sort it?".
 */
import type { Button, Reply } from '../conversation/reply';
import { wording } from '../wording';
import { waysOf } from '../conversation/show-form';
import { actionSet, choice, decision, lookAgain, requestToDecide, silent } from './card-actions';
import { withNamedSources } from './citation-entity';
import { feedbackForm } from './feedback-form';
import { cardForm, heading, textOf, type CardForm } from './form-card';

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
  readonly refresh?: object;
  /** As wide as the words above it, so that whole questions fit on buttons. */
  readonly msteams: { readonly width: 'Full' };
  readonly body: readonly object[];
}

/** To whom a message is drawn, and as which. */
export interface Drawing {
  /** The one who reads it, as the channel knows them. */
  readonly user: string;
  readonly publicUrl: string | undefined;
  /** The name of the message, which its card carries. */
  readonly nonce: string;
  /** What came of the card, once it was pressed. */
  readonly note?: string;
  /** Where the reader can go on alone; undefined where that has no address. */
  readonly ownChat?: string | undefined;
}

/** @returns undefined where there is nothing to press */
export function replyCard(
  reply: Pick<Reply, 'more' | 'citations' | 'buttons' | 'form' | 'feedback'>,
  drawing: Drawing,
): AdaptiveCard | undefined {
  const { buttons, feedback } = reply;
  const asked = questionOf(feedback);
  const more =
    reply.more === null ? '' : withNamedSources(reply.more, reply.citations, drawing.publicUrl);
  const ways = waysOf(reply);
  const why = feedbackForm(reply, drawing.nonce);
  // What was wrong is one press of a few more than a row holds.
  const most = why === undefined ? MOST_ACTIONS : buttons.length;
  for (const form of formsOf(reply, drawing.nonce))
    for (let count = Math.min(buttons.length, most); count >= 0; count -= 1) {
      const parts = { more, form, buttons: buttons.slice(0, count), why, ways, asked };
      const card = cardOf(parts, drawing);
      if (card === undefined || Buffer.byteLength(JSON.stringify(card)) <= MOST_BYTES) return card;
    }
  return undefined;
}

/** From the fullest to none: what Teams does not take would be no form at all. */
function formsOf({ form }: Pick<Reply, 'form'>, nonce: string): readonly (CardForm | undefined)[] {
  if (form?.kind !== 'open') return [undefined];
  const full = cardForm(form, true, nonce);
  const [, ...actions] = full.actions;
  return [
    full,
    cardForm(form, false, nonce),
    { body: [textOf(wording.teams.formTooLong)], actions },
  ];
}

interface Parts {
  readonly more: string;
  readonly form: CardForm | undefined;
  readonly buttons: readonly Button[];
  /** The comment on an answer, and the wish for a reply: folded away. */
  readonly why: CardForm | undefined;
  /** The way to a form, or out of it. */
  readonly ways: readonly Button[];
  readonly asked: Asked | undefined;
}

function cardOf(parts: Parts, { user, nonce, note }: Drawing): AdaptiveCard | undefined {
  const { more, form, buttons, why, ways, asked } = parts;
  const nothing = more === '' && buttons.length === 0 && ways.length === 0;
  if (nothing && asked === undefined && why === undefined && note === undefined) return undefined;
  const ratings = asked?.answers ?? [];
  const request = requestToDecide(buttons);
  const draw = request === undefined ? choice : decision;
  // Beside a form a button takes along what is in it, and is held up by what is missing there.
  const hasInputs = form !== undefined || why !== undefined;
  const alone = hasInputs ? { associatedInputs: 'none' } : {};
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: 'en',
    fallbackText: inWords(more, [...buttons, ...ways, ...ratings], note),
    ...(request !== undefined && { refresh: lookAgain(request, user) }),
    msteams: { width: 'Full' },
    body: [
      ...(request === undefined ? [] : [heading(wording.teams.decide(request))]),
      ...(more === '' ? [] : folded(more)),
      ...(form === undefined ? [] : [...form.body, actionSet(form.actions)]),
      ...rowsOf(buttons).map((row) =>
        actionSet(row.map((one) => ({ ...draw(one, nonce), ...alone }))),
      ),
      ...(why === undefined ? [] : [actionSet(why.actions), ...why.body]),
      ...(form === undefined && ways.length > 0
        ? [actionSet(ways.map((one) => choice(one, nonce)))]
        : []),
      ...(ratings.length > 0
        ? [
            textOf(asked?.ask ?? '', { spacing: 'Medium' }),
            actionSet(ratings.map((one) => ({ ...silent(one, nonce), ...alone }))),
          ]
        : []),
      ...(note === undefined ? [] : [textOf(note)]),
    ],
  };
}

/** What stands in the card's place where it cannot be drawn; what is typed works as well as what is pressed. */
function inWords(more: string, buttons: readonly Button[], note = ''): string {
  const labels = buttons.map(({ label }) => label);
  const typed = labels.length === 0 ? '' : wording.teams.cannotDrawButtons(labels);
  const parts = [more, note, typed].filter((part) => part !== '');
  return parts.length === 0 ? wording.teams.cannotDraw : parts.join('\n\n');
}

const rowsOf = (buttons: readonly Button[]): readonly (readonly Button[])[] =>
  Array.from({ length: Math.ceil(buttons.length / MOST_ACTIONS) }, (_, row) =>
    buttons.slice(row * MOST_ACTIONS, (row + 1) * MOST_ACTIONS),
  );

/** Unfolded where it stands, by the client alone. */
const folded = (more: string): readonly object[] => [
  actionSet([
    { type: 'Action.ToggleVisibility', title: wording.more, targetElements: [FOLDED_AWAY] },
  ]),
  {
    type: 'Container',
    id: FOLDED_AWAY,
    isVisible: false,
    items: more.split(/\n{2,}/).map((text) => textOf(text)),
  },
];

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

export const scoresOf = (interaction: string): readonly Button[] =>
  wording.feedback.satisfied.scores.map((label, index) => ({
    label,
    press: { kind: 'satisfied', interaction, score: index + 1 },
  }));

export const ratingsOf = (interaction: string): readonly Button[] =>
  (['yes', 'partly', 'no'] as const).map((rating) => ({
    label: wording.feedback[rating],
    press: { kind: 'rate', interaction, rating },
  }));
