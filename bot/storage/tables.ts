/**
 * The tables of the assistant, as Kysely sees them. Times are ISO 8601 in UTC with milliseconds,
 * so that comparing the texts compares the times; JSON is text and is parsed where it is read.
 */
import type { Generated, Insertable, Kysely, Selectable } from 'kysely';
import type { TaskState } from '../conversation/tasks';
import type { DeliveryTable, FeedTable, RequestAnswerTable } from './delivery-tables';
import type { HandoverMessageTable, HandoverTable } from './handover-tables';
import type { KeptFilesTable } from './kept-files-table';
import type { MailNoticeTable } from './mail-tables';
import type { PublishedMonthTable } from './measure-tables';
import type { OpenRequestTable, ReportTable } from './open-request-tables';
import type { ReviewTables } from './review-tables';
import type { PolicyDayTable, WithheldClauseTable } from './policy-day-tables';
import type { WordingChangeTable } from './wording-tables';

/** The database within a transaction. */
export type Tx = Kysely<AssistantTables>;

export interface AssistantTables extends KeptFilesTable, ReviewTables {
  conversation: ConversationTable;
  message: MessageTable;
  transcript: TranscriptTable;
  interaction: InteractionTable;
  rating: RatingTable;
  draft: DraftTable;
  request: RequestTable;
  request_event: RequestEventTable;
  task: TaskTable;
  handover: HandoverTable;
  handover_message: HandoverMessageTable;
  phone_call: PhoneCallTable;
  request_answer: RequestAnswerTable;
  delivery: DeliveryTable;
  open_request: OpenRequestTable;
  report: ReportTable;
  feed: FeedTable;
  audit: AuditTable;
  variation: VariationTable;
  published_month: PublishedMonthTable;
  document: DocumentTable;
  attachment: AttachmentTable;
  policy_day: PolicyDayTable;
  withheld_clause: WithheldClauseTable;
  wording_change: WordingChangeTable;
  mail_notice: MailNoticeTable;
}

interface ConversationTable {
  id: string;
  door: string;
  person: string;
  organisation: string | null;
  state: string;
  version: number;
  return_address: string | null;
  last_at: string;
  /** 1 once the words in `state` were erased; 0 again with the next turn. */
  erased: number;
}

/** One thing the assistant says: the reply of a turn, with what was said to it, or a notice. */
export interface MessageTable {
  sequence: Generated<number>;
  id: string;
  conversation: string;
  door: string;
  kind: string;
  /** The message id of the turn: unique in its conversation. Null for a notice. */
  in_reply_to: string | null;
  person: string;
  organisation: string | null;
  said: string | null;
  sensitivity: string;
  outcome: string;
  reply: string;
  trace: string | null;
  interaction: string | null;
  at: string;
  erased: number;
  /** When it may next be lent to its door; null once it was sent, given up or needs no sending. */
  due_at: string | null;
  attempts: number;
  sent_at: string | null;
  channel_id: string | null;
  /** The channel's id of the words, where a card came after them. */
  words_id: string | null;
  trouble: string | null;
  /** The id of who wrote it down for somebody on the phone; null where the person wrote themselves. */
  helper: string | null;
}

/**
 * What the console lists: one row for each organisation that a conversation has turns in. All that
 * lists are filtered by stands in the row, so that a long list never delays a conversation.
 */
interface TranscriptTable {
  conversation: string;
  organisation: string;
  person: string;
  door: string;
  turns: number;
  /** Each outcome in it, once, between bars: `|answered|not-covered|`. */
  outcomes: string;
  /** The worst of the ratings that count: 3 no, 2 partly, 1 yes. */
  worst: Generated<number | null>;
  /** 1 where something in it was rated poorly and no reviewer has judged it. */
  to_review: Generated<number>;
  last_sequence: number;
  last_at: string;
}

interface InteractionTable {
  id: string;
  person: string;
  organisation: string | null;
  conversation: string;
  kind: string;
  service: string | null;
  outcome: string;
  opened_at: string;
  ended_at: string | null;
  ended: string | null;
  clauses: string;
  /** The newest, which is the one that counts; of verdicts too. */
  rating: string | null;
  verdict: Generated<string | null>;
  /** What a question is about: the first topic of its reply. */
  policy: Generated<string | null>;
  being_checked: Generated<number>;
}

interface RatingTable {
  sequence: Generated<number>;
  interaction: string;
  person: string;
  at: string;
  rating: string | null;
  reason: string | null;
  comment: string | null;
}

interface DraftTable {
  id: string;
  person: string;
  version: number;
  body: string;
  updated_at: string;
  /** The phone call that it belongs to; null for what the person sees through their own doors. */
  call: string | null;
}

interface RequestTable {
  sequence: Generated<number>;
  id: string;
  draft: string;
  person: string;
  organisation: string;
  body: string;
}

interface RequestEventTable {
  sequence: Generated<number>;
  request: string;
  kind: string;
  body: string;
  /** 1 once the requester was told, or where nothing need be said. */
  told: number;
  /** Of `done`: when it was. */
  done_at: string | null;
}

/** A request that waits, or waited, for somebody's decision. */
interface TaskTable {
  sequence: Generated<number>;
  request: string;
  /** Where it is delivered once it is approved. */
  system: string;
  approver: string;
  stands_in_for: string | null;
  state: TaskState;
  opened_at: string;
  remind_at: string;
  pass_on_at: string;
  /** When a clock next looks at it, while it is open. */
  due_at: string;
  reminded_at: string | null;
  ended_at: string | null;
  /** A name. */
  ended_by: string | null;
}

/** Somebody of the people team helps a caller by phone. */
interface PhoneCallTable {
  sequence: Generated<number>;
  id: string;
  helper: string;
  helper_name: string;
  caller: string;
  organisation: string;
  opened_at: string;
  ended_at: string | null;
}

interface AuditTable {
  sequence: Generated<number>;
  at: string;
  who: string;
  did: string;
  what: string;
  reason: string | null;
  /** What is written down under one name is one entry. */
  once: string | null;
}

/** One organisation's wording beside one policy, as it was drafted, approved or withdrawn. */
interface VariationTable {
  sequence: Generated<number>;
  organisation: string;
  policy: string;
  state: string;
  content: string;
  /** What was read from `content` on the day. */
  clauses: string;
  who: string;
  at: string;
  /** The change that was approved; null where the wording came otherwise. */
  change: string | null;
  /** The row that this one takes the place of: one row at most does so. */
  follows: number | null;
}

/** One document of an organisation as it was imported, or that it was taken out. */
interface DocumentTable {
  sequence: Generated<number>;
  organisation: string;
  name: string;
  state: 'imported' | 'removed';
  folder: string;
  sha256: string;
  title: string;
  sections: string;
  at: string;
}

/** That a draft or a request holds a file. */
interface AttachmentTable {
  file: string;
  /** The id of the draft or of the request. */
  holder: string;
  at: string;
  /** 1 once it was let go: the file is removed unless something else holds it. */
  released: number;
}

export type HandoverRow = Selectable<HandoverTable>;
export type TaskRow = Selectable<TaskTable>;
export type MessageRow = Selectable<MessageTable>;
export type NewMessage = Insertable<MessageTable>;
export type InteractionRow = Selectable<InteractionTable>;
