/**
 * What reviewers do: they judge answers, reply to those who asked for it, and work through the
 * queue. Every method names what the reader may see, and knows of nothing else.
 */
import type { Reply } from '../conversation/reply';
import type { OutcomeName } from '../conversation/reply';
import type { Colleague } from '../conversation/handovers';
import type { Within } from '../directory/people-team';
import type { Interaction, Rating } from '../feedback/interaction';
import type { ReplyState, ReviewState } from '../feedback/review-item';
import type { Verdict } from '../feedback/verdict';

/** One interaction with all that a reviewer can do something about. */
export interface Reviewed {
  readonly interaction: Interaction;
  readonly organisation: string;
  /** How many turns of its conversation are newer than its last one. */
  readonly newer: number;
  /** What the person asked; null where it was not kept, or was deleted. */
  readonly said: string | null;
  /** A question about a sensitive rule: what is told of it on a lock screen is neutral. */
  readonly isSensitive: boolean;
  /** Clauses that were found, best first. */
  readonly found: readonly string[];
  /** Policies that fitted best. */
  readonly topics: readonly string[];
  readonly rating: Rating['rating'];
  readonly reason: Rating['reason'];
  readonly comment: string | null;
  readonly verdict: Verdict | null;
  readonly reply: ReplyState | null;
}

/** Under `id`, made when the form was drawn, it is written once. */
export interface NewReply {
  readonly id: string;
  readonly interaction: string;
  readonly by: Colleague;
  /** Markdown, as the person will read it. */
  readonly text: string;
  readonly notice: Reply;
}

export interface NewNote {
  readonly id: string;
  readonly interaction: string;
  readonly by: string;
  readonly text: string;
}

export interface QueueFilter {
  /** Left out: what is still open. */
  readonly state?: ReviewState | 'any';
  readonly policy?: string;
  readonly outcome?: OutcomeName;
  readonly rating?: 'yes' | 'partly' | 'no' | 'none';
  readonly reason?: NonNullable<Rating['reason']>;
  /** A person's id; null for what nobody has. */
  readonly reviewer?: string | null;
  readonly verdict?: Verdict['verdict'] | 'none';
  readonly wantsReply?: boolean;
  readonly from?: Date;
  readonly before?: Date;
}

export interface QueueRow {
  readonly interaction: string;
  readonly conversation: string;
  readonly organisation: string;
  readonly person: string;
  readonly openedAt: Date;
  readonly outcome: OutcomeName;
  readonly rating: Rating['rating'];
  readonly reason: Rating['reason'];
  readonly reply: ReplyState | null;
  readonly verdict: Verdict['verdict'] | null;
  readonly state: ReviewState;
  readonly reviewer: string | null;
  /** What was asked; null where it was not kept, or was deleted. */
  readonly said: string | null;
  readonly comment: string | null;
  /** Names the place after this row: the next page begins there. */
  readonly key: string;
}

export interface Reviews {
  /**
   * Keeps it with its line in the audit, once: the same form sent twice changes nothing.
   *
   * @returns `unknown` where the interaction does not exist or is not for this reader
   */
  judge(within: Within, verdict: Verdict): Promise<'judged' | 'unknown'>;
  read(within: Within, interaction: string): Promise<Reviewed | undefined>;
  /**
   * Tells the person, in the chat where they asked for it. Asked once, it is answered once.
   *
   * @returns `overtaken` where a colleague was quicker; `unknown` also where nobody asked for one
   */
  reply(within: Within, reply: NewReply, now: Date): Promise<'replied' | 'overtaken' | 'unknown'>;
  /** What matters most first; of that the longest waiting. @param after the `key` of a row */
  queue(
    within: Within,
    filter: QueueFilter,
    page: { readonly now: Date; readonly limit: number; readonly after?: string | undefined },
  ): Promise<{ readonly rows: readonly QueueRow[]; readonly total: number }>;
  /**
   * How far somebody is with it. @param from as it was when the page was drawn
   * @returns `overtaken` where it has changed since; `promised` where it cannot be passed over,
   *   since somebody waits for the reply that they asked for
   */
  move(
    within: Within,
    interaction: string,
    to: { readonly state: ReviewState; readonly reviewer: string | null },
    from: { readonly state: ReviewState; readonly reviewer: string | null },
    at: { readonly now: Date; readonly who: string },
  ): Promise<'moved' | 'overtaken' | 'promised' | 'unknown'>;
  note(within: Within, note: NewNote, now: Date): Promise<'noted' | 'unknown'>;
}
