/**
 * Reply → the messages that Teams takes: text with its sources, then a card with its buttons.
 *
 * The card is a message of its own, the last one. Teams splits what has both, and then gives
 * neither half an id: nothing could be put in the card's place, and nobody could tell what a
 * thumb was about. The thumbs stand under the words.
 *
 * Follow-ups that only say something are suggested actions, which Teams shows under the newest
 * message and not beside a card; where there is a card anyway, all buttons are in it.
 */
import type { Button, Reply } from '../conversation/reply';
import type { Press } from '../conversation/turn';
import { wording } from '../wording';
import { withSources, type RootEntity } from './citation-entity';
import { replyCard, type AdaptiveCard, type Drawing } from './reply-card';
import { splitText } from './split-text';
import type { StreamInfo } from './stream-info';

const MOST_TEXT_BYTES = 16 * 1024;
const MOST_SUGGESTIONS = 3;

export interface TextActivity {
  readonly type: 'message';
  readonly textFormat: 'markdown';
  readonly text: string;
  readonly entities?: readonly (RootEntity | StreamInfo)[];
  readonly suggestedActions?: {
    readonly to: readonly string[];
    readonly actions: readonly { type: 'imBack'; title: string; value: string }[];
  };
  readonly channelData?: ChannelData;
}

export interface CardActivity {
  readonly type: 'message';
  /** What is shown of it outside the chat. */
  readonly summary: string;
  readonly attachments: readonly [
    {
      readonly contentType: 'application/vnd.microsoft.card.adaptive';
      readonly content: AdaptiveCard;
    },
  ];
}

export type ReplyActivity = TextActivity | CardActivity;

interface ChannelData {
  readonly feedbackLoop: { readonly type: 'default' };
}

export function replyActivities(reply: Reply, drawing: Drawing): readonly ReplyActivity[] {
  const { citations, modelWritten } = reply;
  const { publicUrl } = drawing;
  const parts = splitText(escapeTags(reply.text) + wayOut(reply, drawing), MOST_TEXT_BYTES).map(
    (part) => {
      const { text, entity } = withSources(part, citations, { modelWritten, publicUrl });
      return { ...plain(text), ...(entity && { entities: [entity] }) };
    },
  );
  const thumbs = thumbsOf(reply);
  const suggested = suggestionsOf(reply, drawing.user);
  const card = suggested === undefined ? cardActivity(reply, drawing) : undefined;
  const rest = { ...suggested, ...thumbs };
  const words = parts.map((part, at) => (at === parts.length - 1 ? { ...part, ...rest } : part));
  return card === undefined ? words : [...words, card];
}

/** @returns undefined where there is nothing to press or to unfold */
export function cardActivity(reply: Reply, drawing: Drawing): CardActivity | undefined {
  const escaped = {
    ...reply,
    more: reply.more && escapeTags(reply.more),
    // Whether it sorted it is nobody else's business: the thumbs alone ask.
    feedback: reply.inCompany === true ? null : reply.feedback,
  };
  const content = replyCard(escaped, drawing);
  return (
    content && {
      type: 'message',
      summary: wording.teams.cardSummary,
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
    }
  );
}

/** Below what others can read: the way to a chat of one's own. */
function wayOut({ inCompany }: Reply, { ownChat }: Drawing): string {
  if (inCompany !== true) return '';
  const { link, noLink } = wording.group;
  return ownChat === undefined ? `\n\n${noLink}` : `\n\n[${link}](${ownChat})`;
}

/** The words alone: for a channel that refused the rest. */
export const inWords = (activity: ReplyActivity): TextActivity =>
  plain('text' in activity ? activity.text : activity.attachments[0].content.fallbackText);

export const plain = (text: string): TextActivity => ({
  type: 'message',
  textFormat: 'markdown',
  text,
});

const isAsked = ({ feedback }: Reply): boolean =>
  feedback !== null && feedback.rated === null && feedback.satisfied == null;

/** Teams' own thumbs say whether it was sorted, and nothing else. */
const thumbsOf = (reply: Reply): { readonly channelData?: ChannelData } =>
  isAsked(reply) && reply.feedback?.satisfied === undefined
    ? { channelData: { feedbackLoop: { type: 'default' } } }
    : {};

function suggestionsOf(
  reply: Reply,
  user: string,
): Pick<Required<TextActivity>, 'suggestedActions'> | undefined {
  const { buttons, citations, form } = reply;
  // In a group, words that are put in somebody's mouth would lack the mention.
  const isPlain =
    reply.inCompany !== true && !isAsked(reply) && form === null && citations.length === 0;
  return isPlain && areSuggestions(buttons)
    ? { suggestedActions: { to: [user], actions: buttons.map(suggestion) } }
    : undefined;
}

type Suggestion = Button & { press: Extract<Press, { kind: 'say' }> };

const areSuggestions = (buttons: readonly Button[]): buttons is readonly Suggestion[] =>
  buttons.length > 0 &&
  buttons.length <= MOST_SUGGESTIONS &&
  buttons.every(({ press }) => press.kind === 'say');

const suggestion = ({ label, press }: Suggestion) => ({
  type: 'imBack' as const,
  title: label,
  value: press.text,
});

/** A reply is never HTML, but it may repeat what somebody typed, and Teams reads tags in Markdown. */
const escapeTags = (text: string): string => text.replace(/<(?=[a-z/!?])/gi, '&lt;');
