/** The desk's own tables. Times are ISO 8601 in UTC, so that they sort as text. */
import type { DeskStatus } from './desk-request';

export interface DeskTables {
  desk_requests: {
    reference: string;
    key: string;
    /** Of the body as it was first handed in. */
    fingerprint: string;
    status: DeskStatus;
    organisation: string;
    received_at: string;
    /** The body, as JSON. */
    body: string;
    /** The day by which it is expected, once somebody here has chosen another. */
    expected_by: string | null;
  };
  desk_events: {
    number: number;
    reference: string;
    status: DeskStatus;
    at: string;
    by: string | null;
    note: string | null;
    /** Of an event that changed the day and not the status. */
    expected_by: string | null;
  };
  /** Numbers given out so far. A row is locked until its transaction ends, so numbers appear in order. */
  desk_counters: { name: string; value: number };
}
