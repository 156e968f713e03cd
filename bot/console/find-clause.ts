/** A clause that a reader of the console may look at: a national one, or an own rule of an organisation of theirs. */
import type { Clause, Policy } from '../../knowledge';
import type { ConsoleTools, Reader } from './console-parts';
import { policyOf } from './worse-ratings';

export interface ClauseFound {
  readonly id: string;
  /** Undefined for an own rule that is out of answers and has been withdrawn since. */
  readonly clause: Pick<Clause, 'heading' | 'text' | 'version'> | undefined;
  readonly policy: Policy | undefined;
  /** The organisation whose own rule it is. */
  readonly ownOf: string | undefined;
  /** Those of the reader's at which staff may be answered from it. */
  readonly organisations: readonly string[];
}

export async function findClause(
  { policies, variations, withheld }: ConsoleTools,
  { may: { knowledge: within } }: Reader,
  id: string,
): Promise<ClauseFound | undefined> {
  const policy = policies.policy(policyOf(policies, id) ?? '');
  const national = policies.clause(id);
  if (national !== undefined)
    return { id, clause: national, policy, ownOf: undefined, organisations: within };
  for (const organisation of within) {
    const clause = (await variations.current(organisation)).find((own) => own.id === id);
    const isOut = clause === undefined && (await withheld.of(organisation)).includes(id);
    if (clause !== undefined || isOut)
      return { id, clause, policy, ownOf: organisation, organisations: [organisation] };
  }
  return undefined;
}
