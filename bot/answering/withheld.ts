/** Clauses that are taken out of answers while somebody checks them, each for one organisation's staff. */
import type { PersonId } from '../directory/directory';

export interface WithheldClause {
  /** Whose staff are not answered from it. */
  readonly organisation: string;
  /** Of a national clause, or of one of the organisation's own. */
  readonly clause: string;
  readonly reason: string;
  readonly by: PersonId;
  readonly at: Date;
}

export interface WithheldClauses {
  /** Ids of clauses. Cheap: asked with every question, so that a change counts from the next one on, in every process. */
  of(organisation: string): Promise<readonly string[]>;
  /** Newest first. */
  list(organisations: readonly string[]): Promise<readonly WithheldClause[]>;
  /**
   * Written down in the audit with its reason, once, however often the same is asked.
   *
   * @returns `overtaken` where it was out before, with another reason or by somebody else
   */
  takeOut(clause: WithheldClause): Promise<'done' | 'overtaken'>;
  /**
   * @param since when it was taken out, as the page showed it
   * @returns `overtaken` where somebody put it back, or took it out anew, since then
   */
  putBack(clause: WithheldClause, since: Date): Promise<'done' | 'overtaken'>;
}
