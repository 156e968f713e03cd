/** Requests that have not ended by the day on which they were expected. Each such day is told of once. */
import type { RequestId } from '../../dialogs';

export interface LateRequest {
  readonly request: RequestId;
  /** The day that has passed, `YYYY-MM-DD`. */
  readonly expectedBy: string;
}

export interface LateRequests {
  /** Those that were expected before this day and whose requester does not know, longest late first. */
  late(day: string, limit: number): Promise<readonly LateRequest[]>;
  /**
   * Writes the event `late`, of which the requester is told.
   * @returns false where it ended, was told or got another day meanwhile: nothing is changed
   */
  markLate(late: LateRequest, now: Date): Promise<boolean>;
}
