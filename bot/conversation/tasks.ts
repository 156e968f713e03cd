/**
 * Tasks: requests that wait for somebody's decision before they are delivered.
 *
 * A task is written with the request it belongs to and ends once: decided, passed on, or because
 * the request was withdrawn. A request has at most one open task. Turns open and end tasks as
 * their effects (`store.ts`); what is here reads them, and lets the clocks move them.
 */
import type { Request, RequestId } from '../../dialogs';
import type { PersonId } from '../directory/directory';
import type { Reply } from './reply';

export const TASK_STATES = ['open', 'approved', 'declined', 'passed-on', 'withdrawn'] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** What the clocks of a task say when it is opened. */
export interface NewTask {
  readonly approver: PersonId;
  /** The manager in whose place the approver decides; they may decide too. */
  readonly standsInFor: PersonId | null;
  readonly remindAt: Date;
  readonly passOnAt: Date;
}

export interface Task extends NewTask {
  /** Rises from task to task. */
  readonly id: number;
  readonly request: Request;
  readonly state: TaskState;
  readonly openedAt: Date;
  readonly remindedAt: Date | null;
  readonly endedAt: Date | null;
  /** The name of who decided or withdrew; null where a clock passed it on, and while it is open. */
  readonly endedBy: string | null;
}

/** Words for every conversation that a person has. */
export interface NoticeTo {
  readonly person: PersonId;
  readonly notice: Reply;
}

export interface Tasks {
  /** Open ones that this person may decide, oldest first. */
  openFor(person: PersonId): Promise<readonly Task[]>;
  /**
   * What these people asked for from then on that was approved here or still waits, oldest first;
   * nothing that was declined or taken back.
   */
  standingOf(people: readonly PersonId[], since: Date): Promise<readonly Task[]>;
  /** Every task that a request has had, oldest first. */
  ofRequest(request: RequestId): Promise<readonly Task[]>;
  /** Open ones whose clock has run out, longest due first. */
  due(now: Date, limit: number): Promise<readonly Task[]>;
  /**
   * Marks the task reminded and tells its approver, together.
   * @param next when its clock runs out again
   * @returns false where it was reminded or ended before: nothing is changed
   */
  remind(task: Task, next: Date, notice: Reply, now: Date): Promise<boolean>;
  /**
   * Ends the task, opens the next one and tells everybody, together; without a next one the
   * request is delivered to people services. The requester is told through the event `passed-on`.
   * @returns false where the task had ended before: nothing is changed
   */
  passOn(
    task: Task,
    next: NewTask | null,
    notices: readonly NoticeTo[],
    now: Date,
  ): Promise<boolean>;
}
