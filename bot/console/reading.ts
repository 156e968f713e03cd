/**
 * What people professionals may read. Every method names the organisations the reader may see,
 * and never returns a row of another; an empty list sees nothing. Of conversations it also names
 * the people whose are not for this reader, such as those whom they manage.
 */
import type { Within } from '../directory/people-team';
import type { ContentTaskState } from '../feedback/content-task';
import type { Interaction, Rating, REASONS } from '../feedback/interaction';
import type { ReviewState } from '../feedback/review-item';
import type { Verdict } from '../feedback/verdict';
import type { OutcomeName, Reply } from '../conversation/reply';
import type { TurnTrace } from '../conversation/store';
import type { Door } from '../conversation/turn';
import type { RequestId } from '../../dialogs';

export interface TranscriptRow {
  readonly conversation: string;
  readonly organisation: string | null;
  readonly person: string;
  readonly door: Door;
  readonly lastAt: Date;
  readonly turns: number;
  readonly lastSaid: string | null;
  readonly lastOutcome: OutcomeName;
  /** The worst newest rating in it, where there is one. */
  readonly rating: 'yes' | 'partly' | 'no' | null;
}

export interface TranscriptTurn {
  readonly at: Date;
  /** Null where the words were not kept or were deleted. */
  readonly said: string | null;
  /** The id of who wrote it down for them, on the phone; null where they wrote themselves. */
  readonly helper: string | null;
  readonly sensitivity: 'none' | 'life-at-risk' | 'disclosure' | 'question';
  readonly reply: Reply;
  readonly trace: TurnTrace;
  readonly interaction: Interaction | null;
  /** Oldest first. */
  readonly ratings: readonly Rating[];
  /** Of its interaction, oldest first. */
  readonly verdicts: readonly Verdict[];
  /** What became of its interaction in the review queue; null where it is not there. */
  readonly inQueue: { readonly state: ReviewState; readonly reviewer: string | null } | null;
  /** Of its interaction, oldest first. */
  readonly notes: readonly ReviewNote[];
  /** Set where the person asked for a reply to what they said of it. */
  readonly wanted: WantedReply | null;
  readonly ledTo: LedTo;
}

/** What a reviewer has made of an answer, oldest first. */
export interface LedTo {
  readonly regressions: readonly {
    readonly by: string;
    readonly at: string;
    /** Null where it was not asked again yet. */
    readonly passed: boolean | null;
  }[];
  readonly tasks: readonly {
    readonly id: string;
    readonly policy: string;
    readonly state: ContentTaskState;
  }[];
}

export interface ReviewNote {
  readonly by: string;
  readonly at: string;
  /** Null once it was erased. */
  readonly text: string | null;
}

export interface WantedReply {
  readonly askedAt: string;
  readonly answer: {
    readonly by: string;
    readonly at: string;
    /** Markdown; null once it was erased. */
    readonly text: string | null;
  } | null;
}

export interface TranscriptFilter {
  /** All must hold of one and the same interaction; outcome and days also of a turn outside of one. */
  readonly outcome?: OutcomeName;
  readonly rating?: 'yes' | 'partly' | 'no';
  /** It was rated poorly and no reviewer has judged it. */
  readonly isToReview?: boolean;
  /** What it is first about. */
  readonly policy?: string;
  readonly service?: string;
  readonly reason?: (typeof REASONS)[number];
  /** The newest; with `reviewer`, theirs. */
  readonly verdict?: Verdict['verdict'];
  /** Who judged it. */
  readonly reviewer?: string;
  /** When it began. */
  readonly from?: Date;
  readonly before?: Date;
  readonly limit: number;
  readonly offset: number;
}

export interface ParkedFor {
  readonly organisations: readonly string[];
  readonly notAbout: string;
}

/** What staff sent and could not be handed to its receiving service. */
export interface ParkedDelivery {
  readonly request: RequestId;
  readonly service: string;
  readonly organisation: string;
  /** Set where it is an answer to this question of the desk; null where it is the request itself. */
  readonly question: string | null;
  readonly sentAt: Date;
  readonly failures: number;
  /** What the connector was told last, for the person who can mend it. */
  readonly reason: string | null;
}

export interface AuditEntry {
  readonly at: Date;
  readonly who: string;
  readonly did:
    | 'read-transcript'
    | 'unmasked-transcript'
    | 'judged-answer'
    | 'moved-review'
    | 'replied-to-rating'
    | 'kept-regression'
    | 'removed-regression'
    | 'opened-content-task'
    | 'moved-content-task'
    | 'read-request'
    | 'opened-file'
    | 'changed-request'
    | 'replayed-delivery'
    | 'replayed-answer'
    | 'read-handover'
    | 'changed-handover'
    | 'searched-callers'
    | 'helped-by-phone'
    | 'sent-by-phone'
    | 'took-out-clause'
    | 'put-back-clause'
    | 'proposed-wording'
    | 'published-wording'
    | 'turned-down-wording'
    | 'took-back-wording'
    | 'proposed-withdrawal'
    | 'withdrew-rule'
    | 'exported-data'
    | 'erased-leaver';
  readonly what: string;
  readonly reason: string | null;
}

export interface NewAuditEntry extends AuditEntry {
  /** Names what was done: under one name it is written down once. */
  readonly once?: string;
}

export interface ConsoleReading {
  transcripts(
    within: Within,
    filter: TranscriptFilter,
  ): Promise<{ rows: readonly TranscriptRow[]; total: number }>;
  transcript(
    within: Within,
    conversation: string,
    /** Turns are counted from the newest; all of them where it is not given. */
    window?: { readonly limit: number; readonly offset: number },
  ): Promise<
    { person: string; organisation: string | null; turns: readonly TranscriptTurn[] } | undefined
  >;
  counts(
    within: Within,
    since: Date,
  ): Promise<{
    byOutcome: Readonly<Partial<Record<OutcomeName, number>>>;
    /** What could have been rated: the rest of it is unknown, never solved. */
    interactions: number;
    rated: number;
    yes: number;
    partly: number;
    no: number;
  }>;
  /** How the person found how their request ended; undefined where they said nothing of it. */
  satisfaction(
    within: Within,
    interaction: string,
  ): Promise<
    | { readonly score: number | null; readonly comment: string | null; readonly at: Date }
    | undefined
  >;
  /** Requests, then answers; of each the longest waiting first. */
  parked(
    of: ParkedFor,
    limit: number,
    offset?: number,
  ): Promise<{
    readonly deliveries: readonly ParkedDelivery[];
    readonly total: number;
    /** How many of them are answers. */
    readonly answers: number;
  }>;
  audit(entry: NewAuditEntry): Promise<void>;
  /** Newest first; `offset` of them are passed over. */
  audits(limit: number, offset?: number): Promise<readonly AuditEntry[]>;
}

/** Deletes what is older than a day, each kind of record by a term of its own. */
export interface Retention {
  /** @returns how many turns lost their words */
  eraseWordsBefore(day: Date): Promise<number>;
  /** Turns, ratings, verdicts and conversations that are over. @returns how many turns */
  deleteTurnsBefore(day: Date): Promise<number>;
  /** To which nothing has happened since; none that waits for a decision or its delivery. @returns how many */
  deleteRequestsBefore(day: Date): Promise<number>;
  /** Of who read and changed what. @returns how many entries */
  deleteAuditsBefore(day: Date): Promise<number>;
  /** Sees to it that what was erased is nowhere left in the store. */
  scrub(): Promise<void>;
}
