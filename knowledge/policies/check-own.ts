/** What is wrong with one organisation's own wording, as the check of the files and the console both say it. */
import type { Vocabulary } from '../words/vocabulary';
import { checkAgreement } from './check-agreement';
import { checkLinksIn } from './check-links';
import { checkVariations } from './check-policies';
import type { PolicyError } from './policy-error';
import type { PolicySet } from './policy-set';
import type { Day } from './schema';
import type { VariationClause } from './variation-schema';

/** What it is held against. */
export interface HeldAgainst {
  /** The national one, to which links may lead. */
  readonly set: PolicySet;
  readonly vocabulary: Vocabulary;
  readonly today: Day;
}

export const checkOwn = (
  own: readonly VariationClause[],
  { set, vocabulary, today }: HeldAgainst,
): readonly PolicyError[] => [
  ...checkVariations(own, today),
  ...checkLinksIn(own, set),
  ...checkAgreement(own, vocabulary),
];

/** A fault, told to somebody who has no file before them. */
export interface OwnFault {
  readonly problem: string;
  readonly remedy: string;
}

/**
 * What a change brings with it: what was wrong before is not held against who mends something else.
 *
 * @param now all own clauses of the organisation that are in force
 * @param then the same with the change
 */
export function faultsOfChange(
  now: readonly VariationClause[],
  then: readonly VariationClause[],
  against: HeldAgainst,
): readonly OwnFault[] {
  const known = new Set(checkOwn(now, against).map(({ problem }) => problem));
  return checkOwn(then, against)
    .filter(({ problem }) => !known.has(problem))
    .map(({ problem, remedy }) => ({ problem, remedy }));
}
