/** Where a clause is looked at: ids of organisations' own clauses have a slash, so they stand behind the path. */

export const CLAUSE = '/console/clause';

export const clauseAddress = (clause: string): string =>
  `${CLAUSE}?id=${encodeURIComponent(clause)}`;

export const policyHealthAddress = (policy: string): string =>
  `/console/knowledge/${encodeURIComponent(policy)}`;
