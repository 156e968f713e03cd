/** Where reviewers' verdicts are kept. */
import type { Within } from '../directory/people-team';
import type { Verdict } from '../feedback/verdict';

export interface Reviews {
  /**
   * Keeps it with its line in the audit, once: the same form sent twice changes nothing.
   *
   * @returns `unknown` where the interaction does not exist or is not for this reader
   */
  judge(within: Within, verdict: Verdict): Promise<'judged' | 'unknown'>;
}
