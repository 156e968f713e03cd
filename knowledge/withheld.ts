/**
 * Clauses that an employer has taken out of answers while somebody checks them. They are still
 * searched for: another clause that happens to be near must not answer in their place. An answer
 * that needs one is not given, and the person is told so.
 */
import type { Answered, NotCovered, Outcome } from './outcome';
import { withoutRelated } from './parts';
import type { Question } from './question';

type Taken = Pick<Question, 'withheld'>;

export function leaveOut({ withheld = [] }: Taken, outcome: Outcome): Outcome {
  if (withheld.length === 0 || outcome.kind === 'not-covered' || outcome.kind === 'clarify')
    return outcome;
  const isCited = isAnyWithheld(withheld, outcome);
  if (!isCited) return outcome;
  // What is only shown beside the answer can go, and the answer stays.
  const alone = withoutRelated(outcome);
  return isAnyWithheld(withheld, alone) ? beingChecked(alone, withheld) : alone;
}

const isAnyWithheld = (withheld: readonly string[], { citations }: Answered): boolean =>
  citations.some(({ clause }) => withheld.includes(clause));

const beingChecked = (
  { citations, topics, found }: Answered,
  withheld: readonly string[],
): NotCovered => ({
  kind: 'not-covered',
  why: 'being-checked',
  about: citations.find(({ clause }) => withheld.includes(clause))?.heading ?? null,
  nearest: [],
  leans: false,
  topics,
  found,
});
