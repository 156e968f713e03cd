/** A clause of an organisation's own as its writer left it, with what it stands beside. */
import { createHash } from 'node:crypto';
import {
  writtenClause,
  type Clause,
  type Policy,
  type VariationClause,
  type VariationEntry,
  type Wording,
  type WrittenClause,
} from '../../knowledge';
import type { ConsoleTools } from './console-parts';
import { policyOf } from './worse-ratings';

/** Where a rule stands, or will stand. */
export interface RulePlace {
  readonly organisation: string;
  readonly policy: Policy;
  /** The file in force; null where the organisation has none for this policy. */
  readonly content: string | null;
  /** What the rule replaces; undefined for one that the national policy does not have. */
  readonly national: Clause | undefined;
}

export interface OwnClause extends RulePlace {
  readonly clause: VariationClause;
  readonly written: WrittenClause;
  readonly content: string;
}

type Tools = Pick<ConsoleTools, 'policies' | 'variations'>;

/** @returns undefined for what is not in force, and for another organisation's */
export async function ownClause(
  { policies, variations }: Tools,
  organisations: readonly string[],
  id: string,
): Promise<OwnClause | undefined> {
  const organisation = organisations.find((one) => id.startsWith(`${one}/`));
  const policy = policies.policy(policyOf(policies, id) ?? '');
  if (organisation === undefined || policy === undefined) return undefined;
  const last = lastOf(await variations.history(organisation), policy.meta.id);
  const clause = last?.clauses.find((own) => own.id === id);
  // A withdrawal has no clauses.
  if (last === undefined || clause === undefined) return undefined;
  const written = writtenClause(last.content, clause.number);
  if (written === undefined) return undefined;
  const national = policies.clause(clause.replaces ?? '');
  return { organisation, policy, clause, written, content: last.content, national };
}

/** Where a new rule will stand. */
export async function placeOf(
  { policies, variations }: Tools,
  organisation: string,
  policyId: string,
  replaces: number | null,
): Promise<RulePlace | undefined> {
  const policy = policies.policy(policyId);
  if (policy === undefined) return undefined;
  const last = lastOf(await variations.history(organisation), policyId);
  const national = policy.clauses.find(({ number }) => number === replaces);
  if (replaces !== null && national === undefined) return undefined;
  const content = last?.state === 'approved' ? last.content : null;
  return { organisation, policy, content, national };
}

const lastOf = (entries: readonly VariationEntry[], policy: string): VariationEntry | undefined =>
  entries.findLast((entry) => entry.policy === policy && entry.state !== 'draft');

/** The same as long as nobody changed the clause, nor the national one that it stands beside. */
export const baseOf = (was: Wording, national: string | null): string =>
  createHash('sha256')
    .update(JSON.stringify([was.text, sorted(was.values), was.asks ?? null, national]))
    .digest('base64url')
    .slice(0, 22);

export const baseOfClause = ({ written, national }: OwnClause): string =>
  baseOf(written, national?.text ?? null);

const sorted = (values: Wording['values']): readonly [string, string][] =>
  Object.entries(values).toSorted(([one], [other]) => (one < other ? -1 : 1));
