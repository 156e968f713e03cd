/** The tables of what reviewers do: verdicts, replies to ratings, the queue, notes, and what these lead to. */
import type { Generated } from 'kysely';

export interface ReviewTables {
  verdict: VerdictTable;
  feedback_reply: FeedbackReplyTable;
  review_item: ReviewItemTable;
  review_note: ReviewNoteTable;
  regression_question: RegressionQuestionTable;
  content_task: ContentTaskTable;
  content_task_answer: ContentTaskAnswerTable;
  satisfaction: SatisfactionTable;
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

interface RegressionQuestionTable {
  sequence: Generated<number>;
  id: string;
  organisation: string;
  interaction: string | null;
  text: string;
  staff_group: string;
  /** JSON. */
  clauses: string;
  by: string;
  at: string;
  ran_at: string | null;
  outcome: string | null;
  /** JSON. */
  cited: string | null;
  passed: number | null;
}

interface ContentTaskTable {
  sequence: Generated<number>;
  id: string;
  organisation: string;
  policy: string;
  cause: string;
  owner: string;
  state: string;
  reason: string | null;
  by: string;
  at: string;
  changed_by: string | null;
  changed_at: string | null;
}

/** Which interaction led to a task. */
interface ContentTaskAnswerTable {
  task: string;
  interaction: string;
}

interface SatisfactionTable {
  sequence: Generated<number>;
  interaction: string;
  person: string;
  at: string;
  /** 1 to 5. */
  score: number | null;
  comment: string | null;
}
