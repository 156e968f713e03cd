/**
 * A Variation is an organisation's own wording beside a national policy: a clause of its own
 * that replaces a national one, or adds what the national set leaves open. The national text is
 * never edited; where both exist the answer shows both.
 */
import { z } from 'zod';
import { type Clause, ClauseMeta, Day, PolicyId, PolicyMeta, StaffGroup } from './schema';

const OrganisationId = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'must be lower case words with hyphens, as in the directory');

/** What stands at the head of `variations/<organisation>/<policy>.md`. */
export const VariationMeta = z.strictObject({
  organisation: OrganisationId,
  policy: PolicyId,
  version: PolicyMeta.shape.version,
  owner: z.string().min(3),
  effective: Day,
  review: Day,
  /** Left out: the national clause's own, or the national policy's for a clause that adds. */
  staffGroups: z.array(StaffGroup).min(1).optional(),
  /** For readers of the file: where the rule comes from, or that it is made up. */
  note: z.string().min(10),
});
export type VariationMeta = z.infer<typeof VariationMeta>;

export const VariationClauseMeta = ClauseMeta.extend({
  /** The number of the national clause that this one prevails over. */
  replaces: z.int().positive().optional(),
  /** True for a rule that the national policy does not have. */
  adds: z.literal(true).optional(),
  /** National clauses whose answers also show this one: numbers in this policy, or full ids in others. */
  beside: z.array(z.union([z.int().positive(), z.string().regex(/^[a-z][a-z0-9-]*\.\d+$/)])).default([]),
}).refine(({ replaces, adds }) => (replaces === undefined) !== (adds === undefined), {
  message: 'must have either "replaces" with the number of a national clause, or "adds: true"',
});
export type VariationClauseMeta = z.infer<typeof VariationClauseMeta>;

export interface VariationClause extends Clause {
  /** For instance `fellbridge/annual-leave-and-bank-holidays.1`. */
  readonly id: string;
  readonly organisation: string;
  /** Full id of the national clause; null for a clause that adds. */
  readonly replaces: string | null;
  /** Full ids of further national clauses that this one is shown with. */
  readonly beside: readonly string[];
  /** Where the rule comes from, in its writer's words. */
  readonly note: string;
}
