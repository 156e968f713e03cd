/** Limits that an employer sets for itself. Without a rule of its own nothing is checked. */
import type { RuleData } from '../rule-schema';

export const carryOverRules = [
  {
    clause: 'annual-leave-and-bank-holidays.20',
    check: { kind: 'at-most', field: 'hours', most: 'most-carried' },
    otherwise: 'warn',
    says: 'You can carry over up to **{most-carried}**.',
    instead: 'You can change the hours, or send it and your manager decides.',
  },
] satisfies readonly RuleData[];

export const expensesClaimRules = [
  {
    clause: 'travel-and-expenses.24',
    check: { kind: 'soon-after', field: 'expenseDay', within: 'limit' },
    otherwise: 'warn',
    says: 'You can claim for the last **{limit}**. For this day, that was up to {theDay}.',
    instead: 'You can still send it. Tell your manager why it is late.',
  },
] satisfies readonly RuleData[];
