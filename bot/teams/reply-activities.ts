/**
 * Reply → the messages that Teams takes: text with its sources, then buttons on the last one.
 *
 * Follow-ups that only say something are suggested actions, which Teams shows under the newest
 * message and not beside a card; where there is a card anyway, all buttons are in it.
 */
import { wholeText, type Button, type Reply } from '../conversation/reply';
import type { Press } from '../conversation/turn';
import { withSources, type RootEntity } from './citation-entity';
import { replyCard, type AdaptiveCard, type Drawing } from './reply-card';
import { splitText } from './split-text';

const MOST_TEXT_BYTES = 16 * 1024;
const MOST_SUGGESTIONS = 3;

export interface ReplyActivity {
  readonly type: 'message';
  readonly textFormat: 'markdown';
  readonly text: string;
  readonly entities?: readonly RootEntity[];
  readonly attachments?: readonly {
    readonly contentType: 'application/vnd.microsoft.card.adaptive';
    readonly content: AdaptiveCard;
  }[];
  readonly suggestedActions?: {
    readonly to: readonly string[];
    readonly actions: readonly { type: 'imBack'; title: string; value: string }[];
  };
  readonly channelData?: { readonly feedbackLoop: { readonly type: 'default' } };
}

export function replyActivities(reply: Reply, drawing: Drawing): readonly ReplyActivity[] {
  const parts = splitText(escapeTags(reply.text), MOST_TEXT_BYTES);
  return parts.map((part, index) => {
    const { text, entity } = withSources(part, reply.citations, {
      modelWritten: reply.modelWritten,
      publicUrl: drawing.publicUrl,
    });
    return {
      ...plain(text),
      ...(entity && { entities: [entity] }),
      ...(index === parts.length - 1 && controls(reply, drawing)),
    };
  });
}

/** The words alone: for a channel that refused the rest. They say all that matters. */
export const plainActivities = (reply: Reply): readonly ReplyActivity[] =>
  splitText(escapeTags(wholeText(reply)), MOST_TEXT_BYTES).map(plain);

export const plain = (text: string): ReplyActivity => ({
  type: 'message',
  textFormat: 'markdown',
  text,
});

function controls(
  reply: Reply,
  drawing: Drawing,
): Pick<ReplyActivity, 'attachments' | 'suggestedActions' | 'channelData'> {
  const { feedback } = reply;
  const isAsked = feedback !== null && feedback.rated === null && feedback.satisfied == null;
  // Teams' own thumbs say whether it was sorted, and nothing else.
  const hasThumbs = isAsked && feedback.satisfied === undefined;
  const loop = hasThumbs ? { channelData: { feedbackLoop: { type: 'default' as const } } } : {};
  const hasForm = reply.form !== null;
  const isPlain = !isAsked && !hasForm && drawing.note === undefined;
  if (isPlain && reply.citations.length === 0 && areSuggestions(reply.buttons))
    return { suggestedActions: { to: [drawing.user], actions: reply.buttons.map(suggestion) } };

  const escaped = { ...reply, more: reply.more && escapeTags(reply.more) };
  const content = replyCard(escaped, drawing);
  if (content === undefined) return loop;
  return {
    ...loop,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
  };
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
