/** What requesters answered to questions of a receiving service, on its way there. */
import type { RequestId } from '../request';

export interface Answer {
  readonly request: RequestId;
  /** As the receiver numbers it: each is answered once. */
  readonly question: string;
  /** A name. */
  readonly by: string;
  readonly text: string;
  readonly at: string;
  /** How often handing it over has failed. */
  readonly failures: number;
}

export interface Answers {
  /** Lends the next one that is due to this caller alone; a loan that is never settled lapses. */
  claim(now: Date): Promise<Answer | undefined>;
  settle(answer: Answer): Promise<void>;
  retryAt(answer: Answer, when: Date, reason: string): Promise<void>;
  /** Gives up until a person looks. */
  park(answer: Answer, reason: string): Promise<void>;
  /**
   * Lets a parked answer go again, as if it had never failed.
   * @returns false where it is not parked: nothing is changed
   */
  replay(request: RequestId, question: string, now: Date): Promise<boolean>;
}

/** An answer that nobody settled is handed over again after so long; the receiver takes it once. */
export const ANSWER_LOAN_MS = 60_000;
