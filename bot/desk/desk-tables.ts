/** The desk's own tables. Times are ISO 8601 in UTC, so that they sort as text. */
import type { KeptFilesTable } from '../storage/kept-files-table';
import type { DeskEvent, DeskStatus, Waiting } from './desk-request';

export interface DeskTables extends KeptFilesTable {
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
    service: string;
    /** The day by which it is expected now, whoever said it: the queue is ordered and narrowed by it. */
    due_on: string;
    /** An id. */
    assignee: string | null;
    assignee_name: string | null;
    waiting: Waiting | null;
    /** The day by which it is expected, once somebody here has chosen another. */
    expected_by: string | null;
    /** The id of whom it is about, where that is not the requester. */
    about: string | null;
    /** The id and e-mail of whoever handed it in, the e-mail in small letters. */
    requester: string;
    requester_email: string;
  };
  desk_events: {
    number: number;
    reference: string;
    kind: DeskEvent['kind'];
    /** As it was, or became. */
    status: DeskStatus;
    at: string;
    by: string | null;
    note: string | null;
    /** Of an answer: the number of its question. */
    question: number | null;
    /** Who has it from then on. */
    to: string | null;
    /** What is sent twice under one key is one event. */
    key: string | null;
    /** Of an event of the kind `expected`: the day that it moved it to. */
    expected_by: string | null;
  };
  /** Which request brought which file. */
  desk_files: { reference: string; file: string };
  /** Numbers given out so far. A row is locked until its transaction ends, so numbers appear in order. */
  desk_counters: { name: string; value: number };
}
