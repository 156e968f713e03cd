/** What somebody said or pressed, out of an activity. Card data is checked here and believed nowhere. */
import { z } from 'zod';
import { Press, type Said } from '../conversation/turn';
import { withWritten, writtenIn } from '../conversation/written';
import type { Activity } from './activity';
import { LOOK } from './card-actions';
import { withFeedback } from './feedback-form';

/** Nothing to read: an empty message, a picture, a button that is none of ours. */
export type Read = Said | { readonly kind: 'nothing' };

const WithPress = z.object({ press: z.unknown() }).catch({ press: undefined });

/** A card's inputs stand beside the press. */
const Pressed = z.preprocess(
  (data) => {
    const { press } = WithPress.parse(data);
    return { press: withFeedback(withWritten(press, writtenIn(data)), data) };
  },
  z.object({ press: Press }),
);
const Executed = z.object({ action: z.object({ data: Pressed }) });

export function readMessage({ text, value }: Pick<Activity, 'text' | 'value'>): Read {
  // A button in a card comes as a message with a value, with or without a text of its own.
  const pressed = Pressed.safeParse(fromJson(value));
  if (pressed.success) return { kind: 'press', press: pressed.data.press };
  const said = withoutMentions(text ?? '');
  return said === '' ? { kind: 'nothing' } : { kind: 'text', text: said };
}

const Look = z.object({
  action: z.object({ verb: z.literal(LOOK), data: z.object({ request: z.string().max(100) }) }),
});

/** A card that looks again. @returns the request whose state it asks for */
export const readLook = ({ value }: Activity): string | undefined =>
  Look.safeParse(fromJson(value)).data?.action.data.request;

/** A press by `adaptiveCard/action`: a decision, or a submit that a client turned into it. */
export function readExecuted({ value }: Activity): Read {
  const executed = Executed.safeParse(fromJson(value));
  return executed.success
    ? { kind: 'press', press: executed.data.action.data.press }
    : { kind: 'nothing' };
}

const Thumb = z.object({
  actionName: z.literal('feedback'),
  actionValue: z.object({
    reaction: z.enum(['like', 'dislike']),
    feedback: z.unknown().optional(),
  }),
});
const Comment = z.object({ feedbackText: z.string() });

export interface ThumbGiven {
  readonly rating: 'yes' | 'no';
  /** Empty where they wrote none. */
  readonly comment: string;
}

/** `message/submitAction`: Teams' own thumbs. Its `feedback` is JSON in a string, an object, or empty. */
export function readThumb({ value }: Activity): ThumbGiven | undefined {
  const thumb = Thumb.safeParse(value);
  if (!thumb.success) return undefined;
  const { reaction, feedback } = thumb.data.actionValue;
  const comment = Comment.safeParse(fromJson(feedback));
  return {
    rating: reaction === 'like' ? 'yes' : 'no',
    comment: comment.success ? comment.data.feedbackText.trim().slice(0, 2000) : '',
  };
}

export const withoutMentions = (text: string): string =>
  text
    // Nothing in it may run past the next "<", so that no text takes long.
    .replace(/<at\b[^<>]*>[^<]*<\/at>/gi, ' ')
    .replaceAll('&nbsp;', ' ')
    .trim();

function fromJson(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined;
  }
}
