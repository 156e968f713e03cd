/** A question about policy, with what the answer may depend on. Never a person. */
import type { Particulars } from './outcome';
import type { Day, StaffGroup } from './policies/schema';

export interface Question {
  readonly text: string;
  /** The question before this one and the clause that answered it, for "what about part time?". */
  readonly before: {
    readonly text: string;
    readonly policy: string | null;
    readonly clause: string | null;
  } | null;
  /** Undefined: national text only. */
  readonly organisation: string | undefined;
  readonly staffGroup: StaffGroup;
  readonly pointOfView: 'staff' | 'manager';
  /** The day whose rules apply. */
  readonly on: Day;
  readonly particulars: Particulars;
  /** Set where the words must not leave this process: no remote source and no model is asked. */
  readonly inConfidence?: true;
  /** Set where others would read the reply, or something else is asked: a fact that a sum lacks is not asked for. */
  readonly asksNothing?: true;
  /** Ids of clauses that the asker's employer has taken out of answers for now. */
  readonly withheld?: readonly string[];
}
