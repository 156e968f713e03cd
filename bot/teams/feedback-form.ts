/**
 * What can be added to a rating that was not "Yes", or to how satisfied somebody is, as the inputs of an Adaptive Card: a comment,
 * and that they would like a reply. Folded away, and all of it may be left empty.
 */
import type { Reply } from '../conversation/reply';
import { wording } from '../wording';
import { textOf, type CardForm } from './form-card';

const FOLDED_AWAY = 'tell-more';
const LONGEST_COMMENT = 2000;

/** @returns undefined where nothing was rated poorly, or it was all said before */
export function feedbackForm(
  { feedback, buttons }: Pick<Reply, 'feedback' | 'buttons'>,
  nonce: string,
): CardForm | undefined {
  if (feedback?.satisfied != null) return commentOn(feedback.interaction, 'satisfied', nonce);
  const isPoor = feedback?.rated === 'no' || feedback?.rated === 'partly';
  const mayAsk = feedback?.reply === 'offered';
  return isPoor && (buttons.length > 0 || mayAsk)
    ? commentOn(feedback.interaction, 'explain', nonce, mayAsk)
    : undefined;
}

function commentOn(
  interaction: string,
  kind: 'explain' | 'satisfied',
  nonce: string,
  mayAsk = false,
): CardForm {
  const words = wording.feedback;
  const label =
    kind === 'explain'
      ? words.whatWouldHelp
      : `${words.satisfied.whatElse} ${words.satisfied.whoReads}`;
  return {
    actions: [
      {
        type: 'Action.ToggleVisibility',
        title: mayAsk ? words.tellMoreOrAsk : words.tellMore,
        targetElements: [FOLDED_AWAY],
      },
    ],
    body: [
      {
        type: 'Container',
        id: FOLDED_AWAY,
        isVisible: false,
        items: [
          {
            type: 'Input.Text',
            id: 'comment',
            isMultiline: true,
            maxLength: LONGEST_COMMENT,
            label: `${label} ${words.leaveOut}`,
          },
          ...(mayAsk ? replyInputs() : []),
          {
            type: 'ActionSet',
            actions: [
              {
                type: 'Action.Submit',
                title: mayAsk ? words.send : words.sendComment,
                data: { press: { kind, interaction }, nonce },
              },
            ],
          },
        ],
      },
    ],
  };
}

const replyInputs = (): readonly object[] => [
  {
    type: 'Input.Toggle',
    id: 'reply',
    title: wording.feedback.reply.want,
    wrap: true,
    value: 'false',
    valueOn: 'true',
    valueOff: 'false',
  },
  textOf(wording.feedback.reply.hint, { isSubtle: true, size: 'Small' }),
];

/** The card's inputs stand beside the press; the rest of it is checked where every press is. */
export function withFeedback(press: unknown, data: unknown): unknown {
  if (!isRecord(press) || !isRecord(data)) return press;
  if (press.kind !== 'explain' && press.kind !== 'satisfied') return press;
  const { comment, reply } = data;
  const words = typeof comment === 'string' ? comment.trim().slice(0, LONGEST_COMMENT) : '';
  return {
    ...press,
    ...(words !== '' && { comment: words }),
    ...(press.kind === 'explain' && reply === 'true' && { reply: true }),
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
