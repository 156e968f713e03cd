/**
 * A Reply is what the assistant says back, for any door to draw: words, sources, buttons.
 *
 * It is stored as JSON with its turn, so that a message delivered twice is answered with the
 * same words. `version` rises when its shape changes; old ones must load for ever.
 */
import { z } from 'zod';
import { FormShown } from './reply-form';
import { Press } from './turn';

export const OUTCOMES = [
  'answered',
  'partly-answered',
  'not-covered',
  'clarify',
  'request',
  'status',
  'signposted',
  'refused',
  'small-talk',
  'handover',
] as const;
export const OutcomeName = z.enum(OUTCOMES);
export type OutcomeName = z.infer<typeof OutcomeName>;

export const ShownCitation = z.object({
  /** 1, 2 …: the number that stands as `[1]` in the text. */
  number: z.int().positive(),
  policy: z.string(),
  clause: z.string(),
  title: z.string(),
  heading: z.string(),
  quote: z.string().max(1200),
  version: z.string().nullable(),
  /** A path of this server, such as `/policies/special-leave#special-leave.2`; null for a document of one's own. */
  url: z.string().nullable(),
  /** The document, relative to its folder, for a document of one's own. */
  file: z.string().nullable(),
});
export type ShownCitation = z.infer<typeof ShownCitation>;

export const Button = z.object({ label: z.string().min(1).max(100), press: Press });
export type Button = z.infer<typeof Button>;

export const RequestShown = z.object({
  service: z.string(),
  stage: z.enum(['asking', 'confirming', 'submitted', 'cancelled']),
  fields: z.record(z.string(), z.union([z.string(), z.number()])),
  reference: z.string().optional(),
});
export type RequestShown = z.infer<typeof RequestShown>;

export const Upload = z.object({
  draft: z.string(),
  /** "your fit note" */
  what: z.string(),
  /** How many more. */
  most: z.number().int().positive(),
});
export type Upload = z.infer<typeof Upload>;

/** No door draws more. */
export const MOST_BUTTONS = 6;

export const Reply = z.object({
  version: z.literal(1),
  outcome: OutcomeName,
  /** Markdown: paragraphs, **bold**, lists, `[n]` for citations. Never HTML. */
  text: z.string(),
  /** Markdown too: what a door folds away behind "More on this"; null where there is no more. */
  more: z.string().nullable().default(null),
  citations: z.array(ShownCitation),
  /** Follow-ups, choices, offers: at most six. Each works as well by typing its label. */
  buttons: z.array(Button),
  /** Services offered as the next step. */
  offers: z.array(z.string()),
  /** Up to three policies that fit the message best, best first. */
  topics: z.array(z.string()),
  request: RequestShown.nullable(),
  /** That a file may be added to the draft that this is about; null where none is taken. */
  upload: Upload.nullable().default(null),
  /** Apart from the buttons: the way to the form of a request, or the form. */
  form: FormShown.nullable().default(null),
  /** The interaction that "Did this sort it?" is asked about; null where asking would hurt or was done. */
  feedback: z
    .object({
      interaction: z.string(),
      rated: z.enum(['yes', 'partly', 'no']).nullable(),
      /** Left out where it is asked whether this sorted it; null where it is asked how satisfied they are, of 5. */
      satisfied: z.int().min(1).max(5).nullable().optional(),
      /** Whether the people team can be asked for a reply; left out where nobody could write one. */
      reply: z.enum(['offered', 'asked']).optional(),
    })
    .nullable(),
  /** True where a model wrote the words: doors that must, say so. */
  modelWritten: z.boolean(),
  /** Set where others read along: a door shows the way to a chat of their own, and asks nothing aloud. */
  inCompany: z.literal(true).optional(),
});
export type Reply = z.infer<typeof Reply>;

/** A reply of words alone, and what is given besides. */
export const plainReply = (given: Pick<Reply, 'outcome' | 'text'> & Partial<Reply>): Reply => ({
  version: 1,
  more: null,
  citations: [],
  buttons: [],
  offers: [],
  topics: [],
  request: null,
  upload: null,
  form: null,
  feedback: null,
  modelWritten: false,
  ...given,
});

/** All the words of a reply, for a reader with nothing to unfold. */
export const wholeText = ({ text, more }: Pick<Reply, 'text' | 'more'>): string =>
  more === null ? text : `${text}\n\n${more}`;
