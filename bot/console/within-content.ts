/**
 * What was made of people's questions, such as a task or a regression question, tells that somebody
 * asked. It is for whoever may know of one of the people behind it; where nobody is known any more,
 * only organisations that are large enough hide who it was.
 */
import type { Within } from '../directory/people-team';

export interface WithinContent extends Within {
  /** Organisations of which also that is shown whose person is not known any more. */
  readonly large: readonly string[];
}
