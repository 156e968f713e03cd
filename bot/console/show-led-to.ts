/** What a reviewer has made of an answer: questions that are asked again, and tasks for owners of policies. */
import { contentTaskAddress, TASK_TAGS } from './content-task-list';
import type { LedTo } from './reading';
import type { Tag } from './tags';
import { whenInWords } from './when';

export const REGRESSIONS = '/console/regressions';

const NOT_ASKED: Tag = { text: 'Not asked yet', colour: 'grey' };
const PASSED: Tag = { text: 'Passed', colour: 'green' };
const FAILED: Tag = { text: 'Failed', colour: 'red' };

/** @param passed null where it was not asked again yet */
export const regressionTag = (passed: boolean | null): Tag =>
  passed === null ? NOT_ASKED : passed ? PASSED : FAILED;

export interface ShownLedTo {
  readonly regressions: readonly {
    readonly href: string;
    readonly tag: Tag;
    readonly by: string;
  }[];
  readonly tasks: readonly { readonly href: string; readonly tag: Tag; readonly policy: string }[];
}

interface View {
  readonly nameOf: (id: string) => string;
  readonly policies: readonly { readonly value: string; readonly text: string }[];
  readonly now: Date;
}

export const showLedTo = ({ regressions, tasks }: LedTo, view: View): ShownLedTo => ({
  regressions: regressions.map(({ by, at, passed }) => ({
    href: REGRESSIONS,
    tag: regressionTag(passed),
    by: `${view.nameOf(by)}, ${whenInWords(new Date(at), view.now)}`,
  })),
  tasks: tasks.map(({ id, policy, state }) => ({
    href: contentTaskAddress(id),
    tag: TASK_TAGS[state],
    policy: view.policies.find(({ value }) => value === policy)?.text ?? policy,
  })),
});
