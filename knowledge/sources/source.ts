/**
 * Somewhere policy text can be searched. Every implementation must pass
 * test/contracts/knowledge-source.ts. A search sees the national set and one organisation's own
 * text, never more.
 */
import type { Day, StaffGroup } from '../policies/schema';

export interface SearchOptions {
  /** Whose variations may be seen; undefined for the national set alone. */
  readonly organisation: string | undefined;
  readonly on: Day;
  readonly limit: number;
  readonly signal: AbortSignal;
}

export interface Hit {
  /** A clause id, or the id of a known gap (`<policy>.gap.<n>`). */
  readonly id: string;
  /** Higher is better; comparable within one search only. */
  readonly score: number;
}

export interface KnowledgeSource {
  /** Best first; empty where nothing shares a word with the question. */
  search(query: string, options: SearchOptions): Promise<readonly Hit[]>;
}

/** A sentence of a document, or an item of a list with the line that leads to it. */
export interface Sentence {
  readonly said: string;
  /** Other words for the same; empty where there are none. */
  readonly near: string;
}

/** What a source is filled with: one searchable passage a clause (or known gap). */
export interface Passage {
  readonly id: string;
  readonly policy: string;
  readonly title: string;
  readonly heading: string;
  /** Ways of asking, the plain question first. */
  readonly asks: readonly string[];
  readonly text: string;
  /** For a document, which has no ways of asking: what a question is held against instead. */
  readonly sentences?: readonly Sentence[];
  /** Null for the national set. */
  readonly organisation: string | null;
  readonly staffGroups: readonly StaffGroup[];
  readonly effective: Day;
  readonly until: Day | undefined;
}
