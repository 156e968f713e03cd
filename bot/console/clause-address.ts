/** Where a clause is looked at: ids of organisations' own clauses have a slash, so they stand behind the path. */

export const CLAUSE = '/console/clause';

export const clauseAddress = (clause: string): string =>
  `${CLAUSE}?id=${encodeURIComponent(clause)}`;

export const WORDING = '/console/wording';
export const WORDING_HISTORY = '/console/wording/history';

const ofClause = (page: string, clause: string): string =>
  `${page}?clause=${encodeURIComponent(clause)}`;

/** Where the wording of an organisation's own clause is changed. */
export const wordingAddress = (clause: string): string => ofClause(WORDING, clause);

export const wordingHistoryAddress = (clause: string): string => ofClause(WORDING_HISTORY, clause);

export const WITHDRAW = '/console/wording/withdraw';

/** Where an own rule is asked to be said no longer. */
export const withdrawAddress = (clause: string): string => ofClause(WITHDRAW, clause);

export const NEW_RULE = '/console/wording/new';

/** Where a rule is written that the organisation does not have yet. */
export const newRuleAddress = (
  policy: string,
  more: Readonly<Partial<Record<'clause' | 'organisation' | 'change', string>>> = {},
): string => `${NEW_RULE}?${new URLSearchParams({ policy, ...more }).toString()}`;

/** Where a change is looked at and decided. */
export const wordingChangeAddress = (id: string): string =>
  `${WORDING}/changes/${encodeURIComponent(id)}`;

export const policyHealthAddress = (policy: string): string =>
  `/console/knowledge/${encodeURIComponent(policy)}`;
