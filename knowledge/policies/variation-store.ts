/**
 * Where organisations' own wording is kept. Versions are only ever added: what was said on a
 * day can always be shown. Every implementation must pass test/contracts/variation-store.ts.
 */
import type { VariationClause } from './variation-schema';

export type VariationState = 'draft' | 'approved' | 'withdrawn';

/** One step in the life of one organisation's wording beside one policy. */
export interface VariationEntry {
  readonly organisation: string;
  readonly policy: string;
  readonly state: VariationState;
  /** The Markdown file, as its writer left it; empty for a withdrawal. */
  readonly content: string;
  /** As read from `content` when it was added. */
  readonly clauses: readonly VariationClause[];
  /** The directory's id of whoever did it; `seed` for what an empty store starts with. */
  readonly by: string;
  readonly at: Date;
  /** Names what was proposed and approved, where it came about so. */
  readonly change?: string;
}

export interface VariationStore {
  /** Grows whenever what is in force changes, and then only: 0 for an organisation with nothing. Cheap: asked with every question. */
  version(organisation: string): Promise<number>;
  /** The clauses in force: of each policy, those approved last and not withdrawn since. */
  current(organisation: string): Promise<readonly VariationClause[]>;
  /** A draft changes nothing that staff see. */
  add(entry: VariationEntry): Promise<void>;
  /** Oldest first. */
  history(organisation: string): Promise<readonly VariationEntry[]>;
}
