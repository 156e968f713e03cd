/** The tables of what is still under way, and of what receiving services reported of their own accord. */

/** A request that has not ended. The row goes with its end. */
export interface OpenRequestTable {
  request: string;
  /** A London day; null of requests of before such days were kept. */
  expected_by: string | null;
  /** 1 once the requester was told that this day has passed; 0 again with another day. */
  told_late: number;
  /** Who has it; null until it is handed over. */
  system: string | null;
  /** When that system was last asked how it stands. */
  asked_at: string;
}

/** An event that a receiving service sent, so that it counts once. */
export interface ReportTable {
  system: string;
  /** The sender's own name for the event. */
  id: string;
  fingerprint: string;
  at: string;
}
