/** Where regression questions are kept. Every method names what the reader may see. */
import type { Within } from '../directory/people-team';
import type { NewRegression, RegressionQuestion, RegressionRun } from '../feedback/regression';
import type { WithinContent } from './within-content';

export interface Regressions {
  /**
   * Keeps it for the organisation of its interaction, with its line in the audit, once. Of one
   * interaction there is one.
   *
   * @returns `other` where its interaction has another one already; `unknown` where the
   *   interaction does not exist or is not for this reader
   */
  keep(within: Within, question: NewRegression, now: Date): Promise<'kept' | 'other' | 'unknown'>;
  /**
   * What failed first, then what was not asked yet, then the rest; of each the newest first.
   * Whose words one was is not known any more once they had them deleted.
   */
  list(
    within: WithinContent,
    page: { readonly limit: number; readonly offset: number },
  ): Promise<{
    readonly questions: readonly RegressionQuestion[];
    readonly total: number;
    readonly failed: number;
  }>;
  /** Those whose last run is the oldest; those that were never run before them. */
  toRun(within: WithinContent, limit: number): Promise<readonly RegressionQuestion[]>;
  ran(id: string, run: RegressionRun): Promise<void>;
  /** @returns false where there is none of that name for this reader */
  remove(within: WithinContent, id: string, who: string, now: Date): Promise<boolean>;
}
