/**
 * Where tasks for policy owners are kept. Every method names what the reader may see: a task to
 * which only people led who are not for this reader does not exist, and of another it names none
 * of them.
 */
import type { Within } from '../directory/people-team';
import type { ContentTask, ContentTaskState, NewContentTask } from '../feedback/content-task';
import type { WithinContent } from './within-content';

export interface ContentTasks {
  /**
   * Opens one with its line in the audit, or adds the interaction to one of the organisation that
   * is open for the same policy and cause.
   *
   * @returns `closed` where the task that the same form opened is closed by now; `unknown` where the interaction does not exist or is not for this reader
   */
  open(within: Within, task: NewContentTask, now: Date): Promise<'opened' | 'closed' | 'unknown'>;
  /** Open ones first, those with the most answers at the top; then the others, newest change first. */
  list(
    within: WithinContent,
    show: 'open' | 'closed',
    page: { readonly limit: number; readonly offset: number },
  ): Promise<{ readonly tasks: readonly ContentTask[]; readonly total: number }>;
  find(within: WithinContent, id: string): Promise<ContentTask | undefined>;
  /**
   * @param from the state that the page showed
   * @returns `overtaken` where it is in another by now
   */
  move(
    within: WithinContent,
    id: string,
    to: { readonly state: ContentTaskState; readonly reason: string | null },
    from: ContentTaskState,
    at: { readonly now: Date; readonly who: string },
  ): Promise<'moved' | 'overtaken' | 'unknown'>;
}
