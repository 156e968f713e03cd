/** The desk's memory: tables of its own, in a database of its own. Nothing but the desk opens it. */
import type { Kysely } from 'kysely';
import { openDatabase } from '../storage/open-database';
import { openFiles } from '../storage/open-files';
import { acceptRequest, type Accepted } from './accept-request';
import { changeExpected } from './change-expected';
import { changeStatus } from './change-status';
import { deskFiles, type DeskFiles } from './desk-files';
import { deskRetention, type DeskRetention } from './desk-retention';
import { migrations } from './migrations';
import type {
  AnswerBody,
  Assignment,
  ChangeRefusal,
  DeskEvents,
  DeskQueue,
  DeskRequestBody,
  DeskRequestWithEvents,
  ExpectedChange,
  ExpectedRefusal,
  QueueFilter,
  StatusChange,
  Written,
} from './desk-request';
import type { DeskTables } from './desk-tables';
import type { Done } from './hold-request';
import { assign, takeAnswer, write } from './work-request';
import { eventsAfter, readQueue, readRequest } from './read-queue';

export interface DeskStore {
  accept(body: DeskRequestBody, now: Date): Promise<Accepted>;
  queue(filter: QueueFilter, now: Date): Promise<DeskQueue>;
  read(reference: string, now: Date): Promise<DeskRequestWithEvents | undefined>;
  change(reference: string, change: StatusChange, now: Date): Promise<Done | ChangeRefusal>;
  assign(reference: string, assignment: Assignment, now: Date): Promise<Done | ChangeRefusal>;
  write(reference: string, written: Written, now: Date): Promise<Done | ChangeRefusal>;
  takeAnswer(answer: AnswerBody): ReturnType<typeof takeAnswer>;
  expect(reference: string, change: ExpectedChange, now: Date): Promise<Done | ExpectedRefusal>;
  eventsAfter(number: number, limit: number): Promise<DeskEvents>;
  readonly files: DeskFiles;
  readonly retention: DeskRetention;
  close(): Promise<void>;
}

export async function openDeskStore(where: Parameters<typeof openDatabase>[0]): Promise<DeskStore> {
  const db: Kysely<DeskTables> = await openDatabase<DeskTables>(where, migrations);
  const files = deskFiles(db, openFiles(where, 'desk-files', db));
  return {
    accept: (body, now) => acceptRequest(db, body, now),
    queue: (filter, now) => readQueue(db, filter, now),
    read: (reference, now) => readRequest(db, reference, now),
    change: (reference, change, now) => changeStatus(db, reference, change, now),
    assign: (reference, assignment, now) => assign(db, reference, assignment, now),
    write: (reference, written, now) => write(db, reference, written, now),
    takeAnswer: (answer) => takeAnswer(db, answer),
    expect: (reference, change, now) => changeExpected(db, reference, change, now),
    eventsAfter: (number, limit) => eventsAfter(db, number, limit),
    files,
    retention: deskRetention(db, files),
    close: () => db.destroy(),
  };
}
