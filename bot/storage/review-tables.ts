/** The tables of what reviewers do: verdicts, replies to ratings, the queue, notes. */
import type { Generated } from 'kysely';

export interface ReviewTables {
  verdict: VerdictTable;
  feedback_reply: FeedbackReplyTable;
  review_item: ReviewItemTable;
  review_note: ReviewNoteTable;
}

interface VerdictTable {
  sequence: Generated<number>;
  id: string;
  interaction: string;
  reviewer: string;
  at: string;
  verdict: string;
  cause: string | null;
  note: string | null;
}

/** Somebody asked for a reply to what they said of an answer: once, and it is answered once. */
interface FeedbackReplyTable {
  interaction: string;
  person: string;
  /** Where they asked: the reply is told there. */
  conversation: string;
  asked_at: string;
  /** Made when the reviewer's form was drawn; null until it is answered. */
  id: string | null;
  /** A reviewer's id and name. */
  by: string | null;
  by_name: string | null;
  /** Markdown, as the person reads it; null again once it was erased. */
  text: string | null;
  at: string | null;
}

/** What the queue lists and is filtered by stands in its row: see `noteForReview`. */
interface ReviewItemTable {
  sequence: Generated<number>;
  interaction: string;
  conversation: string;
  organisation: string;
  person: string;
  opened_at: string;
  outcome: string;
  /** Each policy that was cited, once, between bars: `|annual-leave|special-leave|`. */
  policies: string;
  rating: string | null;
  reason: string | null;
  reply: string | null;
  verdict: string | null;
  weight: number;
  state: string;
  /** Who has it, or judged it first. */
  reviewer: string | null;
}

interface ReviewNoteTable {
  sequence: Generated<number>;
  id: string;
  interaction: string;
  by: string;
  at: string;
  text: string | null;
}
