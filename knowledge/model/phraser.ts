/**
 * A model may phrase an answer from numbered clauses. It points; we cite. What it writes is
 * checked sentence by sentence before anybody sees it, and thrown away when a check fails.
 */
import type { Clause } from '../policies/schema';

export interface Phrased {
  /** Markdown with `[n]` behind each sentence; numbers are positions in `clauses`. */
  readonly text: string;
  readonly clauses: readonly [Clause, ...Clause[]];
}

export interface Phraser {
  /** @returns undefined when the model failed, was slow or wrote something its clauses do not say; never throws */
  phrase(
    question: string,
    clauses: readonly [Clause, ...Clause[]],
    signal: AbortSignal,
  ): Promise<Phrased | undefined>;
}
