/**
 * The conversation store: where a turn is kept, whole or not at all.
 *
 * A turn's message id, its effects and its reply are committed together. If the process dies
 * before, the message is unknown and its redelivery is handled as new; if it dies after, the
 * redelivery gets the stored reply and nothing happens again.
 */
import { z } from 'zod';
import type { Draft, Request, RequestId } from '../../dialogs';
import type { Rating, Interaction, Satisfaction } from '../feedback/interaction';
import type { NewHandover } from './handovers';
import { Pending } from './pending';
import type { OutcomeName, Reply } from './reply';
import type { NewTask, NoticeTo } from './tasks';
import type { Door, InCall } from './turn';

/** The running context of one conversation: what "it" and "that" mean. Never business data. */
export const ConversationState = z.object({
  version: z.literal(1),
  /** True once the five sentences about this program were shown. */
  introduced: z.boolean(),
  /** The draft that is being talked about here. */
  focus: z.string().nullable(),
  /**
   * What was asked on the last subject, a line each, newest first, and what answered it: for
   * follow-ups. A short question that found nothing leaves it as it was.
   */
  last: z
    .object({
      text: z.string(),
      clause: z.string().nullable(),
      policy: z.string().nullable(),
      interaction: z.string().nullable(),
    })
    .nullable(),
  /** What buttons of the last reply say, so that typing a label works as well as pressing it. */
  choices: z.array(z.object({ label: z.string(), press: z.unknown() })),
  /** A service that the last reply offered for what was said: what was said already fills its fields. */
  offered: z.object({ service: z.string(), text: z.string() }).nullable().default(null),
  /** The request that was sent last here, so that a second "yes" is not a second request. */
  lastSent: z.object({ reference: z.string(), draft: z.string(), at: z.string() }).nullable(),
  /** True where the last reply was helplines: "ok" and "leave me alone" then mean something else. */
  afterLifeAtRisk: z.boolean().default(false),
  /** What the assistant asked about a request that is not a draft: the next message answers it. */
  pending: Pending.nullable().default(null),
  /** The London day on which this conversation was last told of requests that wait, or had none. */
  tasksToldOn: z.string().nullable().default(null),
});
export type ConversationState = z.infer<typeof ConversationState>;

/** How to reach a conversation again without being spoken to (Teams: a conversation reference); the door's business. */
export type ReturnAddress = Readonly<Record<string, unknown>>;

export interface Opened {
  readonly state: ConversationState;
  /** Rises with each commit; 0 where nothing is stored yet. */
  readonly version: number;
  /** What was said to this message, where it was handled before. */
  readonly before: { readonly reply: Reply; readonly outgoing: string } | undefined;
  /** What was said here last: the reply of a turn, or a notice since. */
  readonly newest: Reply | undefined;
  /** The person's open drafts, newest first: they are seen through every door. */
  readonly drafts: readonly { readonly draft: Draft; readonly version: number }[];
}

/** What a turn changes beside its own record. A closed set: the store knows each one. */
export type Effect =
  | {
      readonly kind: 'draft-saved';
      /** It holds its files from now on, and no others. */
      readonly draft: Draft;
      /** 0 for a new one. */ readonly expected: number;
    }
  | { readonly kind: 'draft-closed'; readonly draft: string; readonly expected: number }
  /** Files that the turn brought and that nothing holds. */
  | { readonly kind: 'files-dropped'; readonly files: readonly string[] }
  /**
   * Writes the request, its event `sent` and its delivery; or, where somebody must approve it
   * first, their task and the notice to them in place of the delivery. A draft can be confirmed
   * once: a second is a conflict.
   */
  | {
      readonly kind: 'request-confirmed';
      readonly request: Request;
      readonly system: string;
      readonly approval?: { readonly task: NewTask; readonly notice: Reply };
      /** Tells the requester, where somebody else wrote it down for them. */
      readonly toRequester?: Reply;
    }
  /**
   * Ends a task and writes the event; an approved request is delivered. A task ends once: a second
   * end is a conflict. The store throws where the speaker may not decide.
   */
  | {
      readonly kind: 'task-decided';
      readonly task: number;
      readonly decision:
        | { readonly kind: 'approved' }
        /** The requester reads the reason. */
        | { readonly kind: 'declined'; readonly reason: string };
      /** The name of who decides. */
      readonly by: string;
    }
  /**
   * An approver asks the requester something; the task stays open. Where it ended meanwhile, that
   * is a conflict. The store throws where the speaker may not decide.
   */
  | {
      readonly kind: 'requester-asked';
      readonly task: number;
      /** Of no other question. */
      readonly question: string;
      /** The name of who asks. */
      readonly by: string;
      readonly text: string;
    }
  /** Ends the open task of the speaker's own request, and tells its approver. */
  | {
      readonly kind: 'request-withdrawn';
      readonly task: number;
      readonly by: string;
      readonly notice: Reply;
    }
  /** The speaker answers a question on a request of theirs; a second answer is a conflict. */
  | {
      readonly kind: 'question-answered';
      readonly request: RequestId;
      readonly question: string;
      /** The speaker's name. */
      readonly by: string;
      readonly text: string;
      /** Who decides, and what they are told; left out where the receiving service asked. */
      readonly toApprover?: NoticeTo;
    }
  /** A second one that is not closed is a conflict. `text` is what they want the team to know. */
  | {
      readonly kind: 'handover-opened';
      readonly handover: NewHandover;
      readonly text: string | null;
    }
  /** The speaker writes to who has it. Where it was closed meanwhile, that is a conflict. */
  | { readonly kind: 'handover-told'; readonly handover: string; readonly text: string }
  /** A closed one waits again. */
  | {
      readonly kind: 'handover-reopened';
      readonly handover: string;
      readonly promisedAt: Date;
    }
  | { readonly kind: 'handover-ended'; readonly handover: string; readonly by: string }
  | { readonly kind: 'interaction-opened'; readonly interaction: Interaction }
  | {
      readonly kind: 'interaction-ended';
      readonly interaction: string;
      readonly outcome: OutcomeName;
      readonly ended: 'done' | 'cancelled';
      readonly at: string;
    }
  /**
   * Ratings are appended; the newest counts. Ask `interactionOwner` first: rating somebody
   * else's interaction is a bug of the caller, and the store throws. A reply is asked for once,
   * and is told where it was asked for.
   */
  | { readonly kind: 'rated'; readonly rating: Rating; readonly wantsReply?: true }
  /** How satisfied the speaker is with how a request of theirs ended. Each is kept; the newest counts. */
  | { readonly kind: 'satisfied'; readonly satisfaction: Satisfaction }
  /**
   * Erases the words of every earlier turn, comment and running context of this person, of what
   * they and the people team wrote to each other (and closes that), and of replies still on their
   * way; counts, drafts and requests stay. This turn keeps its own reply.
   */
  | { readonly kind: 'conversations-deleted'; readonly person: string }
  /** Whether the speaker is e-mailed when there is news that they have not read. */
  | { readonly kind: 'mails-wanted'; readonly wanted: boolean };

/** How the turn was handled, for reviewers. No part of it is shown to the person. */
export interface TurnTrace {
  /** Clauses that were found, best first, with their scores and versions. */
  readonly found: readonly {
    readonly clause: string;
    readonly score: number;
    readonly version: string | null;
  }[];
  readonly why: string;
  readonly elapsedMs: number;
}

export interface Commit {
  readonly conversation: string;
  readonly message: string;
  readonly door: Door;
  readonly person: string;
  /** On the phone: the call must be under way, its helper this one and its caller the person. */
  readonly call?: InCall;
  readonly organisation: string | undefined;
  readonly at: Date;
  /** Until then the turn itself hands the reply over; after that the door's sender does. */
  readonly handedOverBy: Date;
  /** What the person said; null where the words must not be kept (life at risk, disclosure: the store drops them too). */
  readonly said: string | null;
  readonly sensitivity: 'none' | 'life-at-risk' | 'disclosure' | 'question';
  readonly reply: Reply;
  readonly interaction: string | null;
  readonly trace: TurnTrace;
  readonly state: ConversationState;
  readonly expectedVersion: number;
  readonly effects: readonly Effect[];
  readonly returnAddress: ReturnAddress | null;
}

export type Committed =
  | {
      readonly kind: 'committed';
      /** The id under which `OutgoingMessages` knows the reply. */ readonly outgoing: string;
    }
  /** Somebody else wrote meanwhile (another process, the other door): read again and take the turn again. */
  | { readonly kind: 'conflict' }
  /** This message was committed before: here is what was said then. */
  | { readonly kind: 'repeated'; readonly reply: Reply; readonly outgoing: string };

export interface ConversationStore {
  /** The stored reply, where this message was handled before. */
  repeated(
    conversation: string,
    message: string,
  ): Promise<{ reply: Reply; outgoing: string } | undefined>;
  /**
   * What a turn needs to begin. Without `message` nothing is said of it.
   * @param call its own drafts, and none of those that the person sees through their own doors
   */
  open(conversation: string, person: string, message?: string, call?: string): Promise<Opened>;
  commit(commit: Commit): Promise<Committed>;
  /** Whose interaction it is; undefined where there is none of that id. */
  interactionOwner(interaction: string): Promise<string | undefined>;
  /** The rating that counts; null where nobody rated it. */
  latestRating(interaction: string): Promise<Rating['rating']>;
  /** The newest score of 1 to 5; null where nobody gave one. */
  latestScore(interaction: string): Promise<number | null>;
  /** What this person was told who asked for a reply; undefined until then, or once it was erased. */
  replyFor(interaction: string, person: string): Promise<string | undefined>;
  /** Whether they asked for one. */
  wantsReply(interaction: string): Promise<boolean>;
}
