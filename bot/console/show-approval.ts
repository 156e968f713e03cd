/** Who was asked to approve a request, one line for each: since when, reminded, and what they decided. */
import { RequestId } from '../../dialogs';
import type { Task } from '../conversation/tasks';
import type { ConsoleParts } from './console-parts';
import { whenInWords } from './when';

export interface ShownTask {
  readonly isOpen: boolean;
  readonly line: string;
}

type Needs = Pick<ConsoleParts, 'tasks' | 'directory'>;

/**
 * @param reference the requester's own, `PS-…`
 * @returns oldest first; none where nobody had to approve it in the chat
 */
export async function showApproval(
  tools: Needs,
  reference: string,
  now: Date,
): Promise<readonly ShownTask[]> {
  const id = RequestId.safeParse(reference).data;
  const tasks = id === undefined ? [] : await tools.tasks.ofRequest(id);
  return Promise.all(
    tasks.map(async (task) => ({
      isOpen: task.state === 'open',
      line: await lineOf(tools, task, now),
    })),
  );
}

async function lineOf({ directory }: Needs, task: Task, now: Date): Promise<string> {
  const name = async (id: string) => (await directory.person(id))?.name ?? id;
  const when = (at: Date | null) => (at === null ? '' : inASentence(whenInWords(at, now)));
  const who =
    task.standsInFor === null
      ? await name(task.approver)
      : `${await name(task.approver)}, in place of ${await name(task.standsInFor)}`;
  const reminded = task.remindedAt === null ? '' : ` Reminded ${when(task.remindedAt)}.`;
  const asked = `Sent to ${who}, ${when(task.openedAt)}.${reminded}`;
  const ended = when(task.endedAt);
  switch (task.state) {
    case 'open':
      return `${asked} Waiting for a decision.`;
    case 'approved':
      return `${asked} Approved by ${task.endedBy ?? ''}, ${ended}.`;
    case 'declined':
      return `${asked} Not approved by ${task.endedBy ?? ''}, ${ended}.`;
    case 'withdrawn':
      return `${asked} Withdrawn by ${task.endedBy ?? ''}, ${ended}.`;
    case 'passed-on':
      return `${asked} Passed on ${ended}.`;
  }
}

const inASentence = (when: string): string =>
  when.replace(/^(?:Today|Yesterday)/, (word) => word.toLowerCase());
