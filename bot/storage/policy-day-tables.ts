/** The tables of what became of policies: how they were asked and rated, and what is taken out of answers. */

/** One London day of one policy at one organisation. An interaction counts on the day it was opened. */
export interface PolicyDayTable {
  organisation: string;
  day: string;
  policy: string;
  asked: number;
  not_covered: number;
  /** Not answered since a clause is out of answers; not among `not_covered`. */
  being_checked: number;
  /** By the newest rating of each that was answered. */
  yes: number;
  partly: number;
  no: number;
}

/** A row stands as long as the clause is out; who took it out and put it back is in the audit. */
export interface WithheldClauseTable {
  organisation: string;
  clause: string;
  reason: string;
  who: string;
  at: string;
}
