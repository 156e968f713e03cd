/** What became of requests: events are added, never changed. */
import type { Request, RequestEvent, RequestId } from '../request';

export interface FollowedRequest {
  readonly request: Request;
  /** Oldest first; the first is always `sent`. */
  readonly events: readonly RequestEvent[];
}

export interface RequestLog {
  find(id: RequestId): Promise<FollowedRequest | undefined>;
  /** Newest first. */
  ofPerson(person: string, limit: number): Promise<readonly FollowedRequest[]>;
  /** How far a receiving service's events were read; 0 at first. */
  cursor(system: string): Promise<number>;
  /**
   * Records an event of a receiving service and moves its cursor, together; an event at or
   * before the cursor was seen and changes nothing. An unknown request moves the cursor only,
   * and so does `received` for a request that has it already: that is `repeated`.
   */
  record(
    system: string,
    cursor: number,
    event: RequestEvent,
  ): Promise<'recorded' | 'repeated' | 'unknown-request'>;
}
