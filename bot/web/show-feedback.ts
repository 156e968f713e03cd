/**
 * What is asked of an answer or a request, as a page shows it. What was said to a press of it is no
 * message of its own: it stands in place of the control that was pressed.
 */
import type { HistoryItem } from '../conversation/outgoing';
import type { Reply } from '../conversation/reply';
import { replyHtml } from './reply-html';
import { showButton, type ShownButton } from './show-button';

export interface ShownFeedback {
  readonly id: string;
  readonly interaction: string;
  /** Whether this sorted it; or, once a request is done, how satisfied they are. */
  readonly asks: 'sorted' | 'satisfied';
  /** Null until it was rated; then what is said in place of the question. */
  readonly thanks: string | null;
  readonly reasons: readonly ShownButton[];
  /** True where a comment may still help: it did not sort it, or the request is done. */
  readonly mayComment: boolean;
  /** True where they can ask the people team for a reply. */
  readonly mayAskReply: boolean;
}

type Feedback = NonNullable<Reply['feedback']>;

export interface FeedbackIn {
  /** The control that stands under an item; null where none does. */
  readonly under: (item: HistoryItem) => ShownFeedback | null;
  /** Every control that was pressed, as it stands now. */
  readonly acknowledged: readonly ShownFeedback[];
}

/** @param items oldest first */
export function feedbackIn(items: readonly HistoryItem[]): FeedbackIn {
  const answers = new Map(
    items.flatMap(({ reply }) =>
      reply.feedback !== null && isAnswered(reply.feedback)
        ? [[idOf(reply.feedback), reply] as const]
        : [],
    ),
  );
  const askedUnder = newestToAsk(items);
  return {
    under: (item) => {
      const { feedback } = item.reply;
      return feedback === null || askedUnder.get(idOf(feedback)) !== item
        ? null
        : showFeedback(feedback, answers.get(idOf(feedback)));
    },
    acknowledged: [...answers.values()].flatMap((reply) =>
      reply.feedback === null ? [] : showFeedback(reply.feedback, reply),
    ),
  };
}

/** Whether the reply answers a rating. */
export const isAcknowledgement = ({ reply: { feedback } }: HistoryItem): boolean =>
  feedback !== null && isAnswered(feedback);

const isAnswered = ({ rated, satisfied }: Feedback): boolean =>
  rated !== null || (satisfied !== undefined && satisfied !== null);

const asksOf = ({ satisfied }: Feedback): ShownFeedback['asks'] =>
  satisfied === undefined ? 'sorted' : 'satisfied';

const idOf = (feedback: Feedback): string =>
  asksOf(feedback) === 'sorted'
    ? `feedback-${feedback.interaction}`
    : `satisfied-${feedback.interaction}`;

/**
 * The control stands once, under the newest that asks, and stays where it was pressed. Whoever is
 * asked how satisfied they are is not asked any more whether what they sent was sorted.
 *
 * @returns where each control stands
 */
function newestToAsk(items: readonly HistoryItem[]): ReadonlyMap<string, HistoryItem> {
  const under = new Map<string, HistoryItem>();
  const rated = new Set<string>();
  for (const item of items) {
    const { feedback } = item.reply;
    if (feedback === null) continue;
    const id = idOf(feedback);
    if (isAnswered(feedback)) rated.add(id);
    else if (!rated.has(id)) under.set(id, item);
    const sorted = `feedback-${feedback.interaction}`;
    if (id !== sorted && !rated.has(sorted)) under.delete(sorted);
  }
  return under;
}

function showFeedback(feedback: Feedback, answer: Reply | undefined): ShownFeedback {
  const asks = asksOf(feedback);
  return {
    id: idOf(feedback),
    interaction: feedback.interaction,
    asks,
    thanks: answer === undefined ? null : replyHtml(answer.text, []),
    reasons: answer?.buttons.map(showButton) ?? [],
    mayComment: answer !== undefined && answer.feedback?.rated !== 'yes',
    mayAskReply: answer?.feedback?.reply === 'offered',
  };
}
