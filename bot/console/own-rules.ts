/** Organisations' own rules that are in force, those farthest from the national wording first. */
import { howFar, type HowFar, type VariationClause } from '../../knowledge';
import type { ConsoleTools } from './console-parts';

export interface OwnRule extends Pick<
  VariationClause,
  'id' | 'organisation' | 'policy' | 'heading' | 'review' | 'replaces'
> {
  /** Undefined for a rule that the national policy does not have. */
  readonly far: HowFar | undefined;
}

export async function ownRules(
  { policies, variations }: Pick<ConsoleTools, 'policies' | 'variations'>,
  organisations: readonly string[],
): Promise<readonly OwnRule[]> {
  const all = await Promise.all(organisations.map((one) => variations.current(one)));
  return all
    .flat()
    .map((own) => {
      const national = policies.clause(own.replaces ?? '');
      return { ...own, far: national && howFar(own, national) };
    })
    .toSorted((one, other) => sharedIn(one) - sharedIn(other));
}

/** What replaces nothing is last. */
const sharedIn = ({ far }: OwnRule): number => far?.shared ?? 2;
