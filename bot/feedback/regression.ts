/**
 * A RegressionQuestion is a question that was answered wrongly once, with the clauses that are
 * the right answer. It names nobody: it is asked again, of the policies as they are then, to see
 * that it is still answered rightly.
 */
import type { StaffGroup } from '../../knowledge';

export interface NewRegression {
  /** Made when the form was drawn: the same form sent twice is one question. */
  readonly id: string;
  /** Where it came from. */
  readonly interaction: string;
  readonly text: string;
  readonly staffGroup: StaffGroup;
  /** At least one: an answer must cite each of them. */
  readonly clauses: readonly string[];
  /** The reviewer's id. */
  readonly by: string;
}

export interface RegressionRun {
  readonly at: Date;
  readonly outcome: string;
  /** In the order of the answer. */
  readonly cited: readonly string[];
  readonly passed: boolean;
}

export interface RegressionQuestion extends Omit<NewRegression, 'interaction'> {
  readonly organisation: string;
  /** Null once its person had their conversations deleted. */
  readonly interaction: string | null;
  readonly at: Date;
  /** The newest; null until it was asked. */
  readonly run: RegressionRun | null;
}

export const passes = (
  { clauses }: Pick<RegressionQuestion, 'clauses'>,
  outcome: string,
  cited: readonly string[],
): boolean =>
  (outcome === 'answered' || outcome === 'partly-answered') &&
  clauses.every((clause) => cited.includes(clause));
