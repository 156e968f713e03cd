/**
 * What people professionals may read. Every method names the organisations the reader may see,
 * and never returns a row of another; an empty list sees nothing.
 */
import type { Interaction, Rating } from '../feedback/interaction';
import type { OutcomeName, Reply } from '../conversation/reply';
import type { TurnTrace } from '../conversation/store';
import type { Door } from '../conversation/turn';

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
  readonly sensitivity: 'none' | 'life-at-risk' | 'disclosure' | 'question';
  readonly reply: Reply;
  readonly trace: TurnTrace;
  readonly interaction: Interaction | null;
  /** Oldest first. */
  readonly ratings: readonly Rating[];
}

export interface TranscriptFilter {
  readonly outcome?: OutcomeName;
  readonly rating?: 'yes' | 'partly' | 'no';
  readonly limit: number;
  readonly offset: number;
}

export interface AuditEntry {
  readonly at: Date;
  readonly who: string;
  readonly did: 'read-transcript' | 'unmasked-transcript' | 'read-request' | 'changed-request';
  readonly what: string;
  readonly reason: string | null;
}

export interface ConsoleReading {
  transcripts(
    organisations: readonly string[],
    filter: TranscriptFilter,
  ): Promise<{ rows: readonly TranscriptRow[]; total: number }>;
  transcript(
    organisations: readonly string[],
    conversation: string,
  ): Promise<
    { person: string; organisation: string | null; turns: readonly TranscriptTurn[] } | undefined
  >;
  counts(
    organisations: readonly string[],
    since: Date,
  ): Promise<{
    byOutcome: Readonly<Partial<Record<OutcomeName, number>>>;
    rated: number;
    yes: number;
    partly: number;
    no: number;
  }>;
  audit(entry: AuditEntry): Promise<void>;
  audits(limit: number): Promise<readonly AuditEntry[]>;
}

/** Deletes words older than a day; counts, requests and audits have terms of their own. */
export interface Retention {
  /** @returns how many turns lost their words */
  eraseWordsBefore(day: Date): Promise<number>;
}
