/**
 * A ContentTask asks the owner of a policy to write what was missing, or to say more plainly what
 * is there. People stumble over one gap many times: while a task is open, each adds to it.
 */
import { z } from 'zod';
import type { CAUSES } from './verdict';

export const TASK_STATES = ['open', 'being-written', 'done', 'will-not-be-done'] as const;
export const ContentTaskState = z.enum(TASK_STATES);
export type ContentTaskState = z.infer<typeof ContentTaskState>;

/** What was closed stays so: the same gap met again opens another task. */
export const NEXT_STATES: Readonly<Record<ContentTaskState, readonly ContentTaskState[]>> = {
  open: ['being-written', 'done', 'will-not-be-done'],
  'being-written': ['open', 'done', 'will-not-be-done'],
  done: [],
  'will-not-be-done': [],
};

export type GapCause = Extract<(typeof CAUSES)[number], 'clause-missing' | 'clause-unclear'>;

export const isGap = (cause: (typeof CAUSES)[number] | null | undefined): cause is GapCause =>
  cause === 'clause-missing' || cause === 'clause-unclear';

export interface NewContentTask {
  /** Made when the form was drawn. */
  readonly id: string;
  readonly interaction: string;
  readonly policy: string;
  readonly cause: GapCause;
  /** Of the policy, as it stood in its front matter that day. */
  readonly owner: string;
  /** The reviewer's id. */
  readonly by: string;
}

export interface ContentTask {
  readonly id: string;
  readonly organisation: string;
  readonly policy: string;
  readonly cause: GapCause;
  readonly owner: string;
  readonly state: ContentTaskState;
  /** Why it will not be done, or what was; null where nobody said. */
  readonly reason: string | null;
  readonly by: string;
  readonly at: Date;
  readonly changedBy: string | null;
  readonly changedAt: Date | null;
  readonly answers: readonly {
    readonly interaction: string;
    readonly person: string;
    /** They asked for a reply and have had none. */
    readonly waitsForReply: boolean;
  }[];
}
