/** The table of changes of organisations' own wording: proposed by one person, approved by another. */
import type { Generated } from 'kysely';

export interface WordingChangeTable {
  sequence: Generated<number>;
  id: string;
  organisation: string;
  policy: string;
  clause: string;
  /** JSON: the words and the figures as they should be, and as they were. */
  wording: string;
  was: string;
  national: string | null;
  /** JSON: what makes a rule new; null where one that stood already is changed. */
  rule: string | null;
  /** 1 where the rule is to be said no longer: the wording is empty then. */
  withdraws: Generated<number>;
  reason: string;
  who: string;
  at: string;
  state: string;
  decided_by: string | null;
  decided_at: string | null;
  decision: string | null;
}
