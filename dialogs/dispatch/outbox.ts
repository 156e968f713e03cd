/**
 * The outbox: work promised to staff and not yet done. It outlives the process.
 *
 * A delivery is written in the same transaction as the request it carries (the conversation
 * store does that), so "sent" is never said of something that is not on disk. If the process
 * dies while a delivery is on loan, the loan lapses and it is offered again with the same
 * idempotency key: the request's id.
 */
import type { Request, RequestId } from '../request';

export interface Delivery {
  readonly request: Request;
  /** Which connector takes it. */
  readonly system: string;
  /** How often it has failed so far. */
  readonly failures: number;
}

export interface Outbox {
  /** Lends the next due delivery to this caller alone; a loan that is never settled lapses after `LOAN_MS`. */
  claim(now: Date): Promise<Delivery | undefined>;
  /**
   * The receiver has it: closes the delivery and records the event `received` with its reference, together.
   * A request is received once: where its log has that event already (the receiver's own feed told it first,
   * or a lapsed loan was delivered twice), only the delivery is closed.
   */
  settle(id: RequestId, receiverReference: string, now: Date): Promise<void>;
  retryAt(id: RequestId, when: Date, reason: string): Promise<void>;
  /** Gives up until a person looks: closes the loan and records the event `parked`, together. */
  park(id: RequestId, reason: string, now: Date): Promise<void>;
  /**
   * Lets a parked delivery go again, as if it had never failed; the same key is sent.
   * @returns false where it is not parked: nothing is changed
   */
  replay(id: RequestId, now: Date): Promise<boolean>;
  /** When the next delivery falls due, so that a worker can sleep until then. */
  nextDue(): Promise<Date | undefined>;
}

export const LOAN_MS = 60_000;
