/**
 * Whose own rules a policy page shows beside the national ones. They are no secret: whoever has
 * the address may read them, so that a citation opens wherever it was tapped.
 */
import type { Policy, VariationClause } from '../../knowledge';
import type { Organisation } from '../directory/directory';
import type { Visitor, WebTools } from './web-parts';

/** As much of a wrong name as is said back. */
const LONGEST_NAME = 80;

export type OwnRules =
  | { readonly kind: 'none' }
  /** The address names an organisation that nobody knows. */
  | { readonly kind: 'unknown'; readonly asked: string }
  | {
      readonly kind: 'of';
      readonly organisation: Organisation;
      readonly clauses: readonly VariationClause[];
      /** True where the address asks for them: then it is also said that there are none. */
      readonly isAsked: boolean;
    };

/** @param at the organisation that the address names; null: that of whoever is signed in */
export async function ownRulesFor(
  { directory, variations }: Pick<WebTools, 'directory' | 'variations'>,
  policy: Policy,
  at: string | null,
  visitor: Visitor | undefined,
): Promise<OwnRules> {
  const wanted = at ?? visitor?.person.organisation;
  if (wanted === undefined) return { kind: 'none' };
  const organisation = await directory.organisation(wanted);
  if (organisation === undefined) {
    return at === null ? { kind: 'none' } : { kind: 'unknown', asked: at.slice(0, LONGEST_NAME) };
  }
  const all = await variations.current(organisation.id);
  const clauses = all.filter((clause) => clause.policy === policy.meta.id);
  return { kind: 'of', organisation, clauses, isAsked: at !== null };
}
