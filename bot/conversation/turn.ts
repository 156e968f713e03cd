/**
 * A Turn is one thing a person did in a conversation, whichever door it came through.
 *
 * The door has already proved who they are; nothing in `said` is believed about identity.
 */
import { z } from 'zod';
import type { TakenIn } from '../attachments/take-in';
import type { StaffGroup } from '../../knowledge';
import type { Person, PersonId } from '../directory/directory';

/** More than this is no answer to any question. */
export const LONGEST_WRITTEN = 20_000;

/** `group`: a group chat or a channel of Teams, where others read along. */
export type Door = 'teams' | 'group' | 'web' | 'phone' | 'terminal';

/** By the names of the fields. A text that is too long for its field is told so, and given back. */
const Written = z.record(z.string().max(100), z.string().max(LONGEST_WRITTEN));

/** What a button carries. It is checked against the store when it comes back, never trusted. */
export const Press = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('say'), text: z.string().min(1).max(4000) }),
  z.object({ kind: z.literal('start'), service: z.string().max(100) }),
  z.object({ kind: z.literal('confirm'), draft: z.string().max(100), nonce: z.string().max(100) }),
  z.object({ kind: z.literal('cancel'), draft: z.string().max(100) }),
  /** Without a file: which one, is asked. */
  z.object({
    kind: z.literal('take-out-file'),
    draft: z.string().max(100),
    file: z.string().max(100).optional(),
  }),
  z.object({ kind: z.literal('keep-files'), draft: z.string().max(100) }),
  z.object({ kind: z.literal('open-form'), draft: z.string().max(100) }),
  /** A form that was filled in: each value is read and checked as an answer is. */
  z.object({
    kind: z.literal('fill-in'),
    draft: z.string().max(100),
    mark: z.string().max(100),
    values: Written,
  }),
  /** From the form back to the chat, with what was written where the door can tell. */
  z.object({
    kind: z.literal('leave-form'),
    draft: z.string().max(100),
    mark: z.string().max(100),
    values: Written.optional(),
  }),
  /** The request's reference: whether the presser may decide is looked up, never read from here. */
  z.object({ kind: z.literal('approve'), request: z.string().max(100) }),
  z.object({ kind: z.literal('decline'), request: z.string().max(100) }),
  /** Asked for the reason, the approver decides nothing now. */
  z.object({ kind: z.literal('not-now'), request: z.string().max(100) }),
  /** Yes to a reason that was read back; the mark says to which, so that an old button decides nothing. */
  z.object({
    kind: z.literal('tell-reason'),
    request: z.string().max(100),
    mark: z.string().max(100),
  }),
  /** No to it: the reason is asked for once more. */
  z.object({ kind: z.literal('change-reason'), request: z.string().max(100) }),
  z.object({ kind: z.literal('show-task'), request: z.string().max(100) }),
  /** The approver has a question for the requester. */
  z.object({ kind: z.literal('ask-requester'), request: z.string().max(100) }),
  /** Yes to a question that was read back. */
  z.object({
    kind: z.literal('send-question'),
    request: z.string().max(100),
    mark: z.string().max(100),
  }),
  /** Of the presser's own request. */
  z.object({ kind: z.literal('ask-withdraw'), request: z.string().max(100) }),
  z.object({ kind: z.literal('withdraw'), request: z.string().max(100) }),
  z.object({ kind: z.literal('keep'), request: z.string().max(100) }),
  /** Of a question that people services have on the presser's own request. */
  z.object({
    kind: z.literal('show-question'),
    request: z.string().max(100),
    question: z.string().max(100),
  }),
  /** Yes to an answer that was read back; the mark says to which. */
  z.object({ kind: z.literal('send-answer'), mark: z.string().max(100) }),
  /** Asks the people team for a reply here, with what was said here or without it. */
  z.object({ kind: z.literal('ask-person'), along: z.boolean() }),
  /** They want the people team to know nothing beforehand. */
  z.object({ kind: z.literal('skip-note') }),
  z.object({ kind: z.literal('drop-note') }),
  /** The reference of a handover: whose it is, is looked up. */
  z.object({ kind: z.literal('reply-to-person'), handover: z.string().max(100) }),
  /** Of the message that was read back. */
  z.object({ kind: z.literal('for-person') }),
  z.object({ kind: z.literal('for-assistant') }),
  z.object({ kind: z.literal('end-person'), handover: z.string().max(100) }),
  z.object({ kind: z.literal('reopen-person'), handover: z.string().max(100) }),
  z.object({
    kind: z.literal('rate'),
    interaction: z.string().max(100),
    rating: z.enum(['yes', 'partly', 'no']),
  }),
  z.object({
    kind: z.literal('explain'),
    interaction: z.string().max(100),
    reason: z
      .enum([
        'wrong',
        'incomplete',
        'out-of-date',
        'hard-to-understand',
        'not-my-situation',
        'too-slow',
        'wanted-a-person',
      ])
      .optional(),
    comment: z.string().max(2000).optional(),
    /** They would like the people team to reply. */
    reply: z.literal(true).optional(),
  }),
  /** Once a request is done: 1 to 5, or the words beside it. */
  z.object({
    kind: z.literal('satisfied'),
    interaction: z.string().max(100),
    score: z.int().min(1).max(5).optional(),
    comment: z.string().max(2000).optional(),
  }),
  /** Of the presser's own interaction: what the people team replied. */
  z.object({ kind: z.literal('show-reply'), interaction: z.string().max(100) }),
]);
export type Press = z.infer<typeof Press>;

export type Said =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'press'; readonly press: Press }
  | FilesSent;

/** Files that came in. They are kept already, and held by nothing yet. */
export interface FilesSent extends TakenIn {
  readonly kind: 'files';
  /** How many came, also those that were not looked at since enough had been taken. */
  readonly count: number;
  /** The draft that they are for, where the door knows. */
  readonly draft?: string;
}

/** Who speaks. Doors prove it; nothing that is said changes it. */
export type Speaker =
  | { readonly kind: 'person'; readonly person: Person }
  /** Somebody of an allowed tenant who is not in the directory: national answers and contacts, no requests. */
  | { readonly kind: 'stranger'; readonly id: string; readonly organisation: string | undefined }
  /**
   * Somebody who speaks where others read along. The organisation is that of everybody in their
   * tenant: of themselves nothing is looked up, so that nothing of it can show. Their own employer's
   * people team reviews what they ask; nothing that is said may depend on which it is.
   */
  | {
      readonly kind: 'in-company';
      readonly id: string;
      readonly organisation: string | undefined;
      readonly reviewedBy: string | undefined;
    }
  /** The command line's asker: a full-time person whose name, hours and service are unknown. */
  | {
      readonly kind: 'stand-in';
      readonly id: string;
      readonly organisation: string | undefined;
      readonly staffGroup: StaffGroup;
      readonly role: 'staff' | 'manager';
    };

/** A call, and the colleague who helps in it. */
export interface InCall {
  readonly id: string;
  readonly helper: { readonly id: PersonId; readonly name: string };
}

export interface Turn {
  readonly door: Door;
  /** Unique over all doors. */
  readonly conversation: string;
  /** Unique in the conversation: the same message delivered again carries the same one. */
  readonly message: string;
  readonly speaker: Speaker;
  /** Set on the phone: who writes down what the speaker says. The door has proved that they may. */
  readonly call?: InCall;
  readonly said: Said;
  readonly at: Date;
}
