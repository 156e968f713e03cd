/** What the policies ask of unpaid parental leave. It needs no service since April 2026. */
import type { RuleData } from '../rule-schema';
import { ASK_BANK_OFFICE, FROM_TODAY, OR_TALK_TO_MANAGER } from './common-sentences';

export const unpaidParentalLeaveRules = [
  {
    clause: 'parental-leave-unpaid.12',
    check: { kind: 'notice', field: 'firstDay', least: 'notice' },
    otherwise: 'warn',
    says: `Give at least **{notice}** of notice before the leave starts. ${FROM_TODAY}`,
    instead: OR_TALK_TO_MANAGER,
  },
  {
    clause: 'parental-leave-unpaid.3',
    check: { kind: 'at-most', field: 'weeks', most: 'yearly' },
    otherwise: 'warn',
    says: 'You can take up to **{yearly}** a year for each child. Your employer can agree to more.',
  },
  {
    clause: 'parental-leave-unpaid.24',
    check: { kind: 'told' },
    otherwise: 'warn',
    says: 'This leave is for employees. If you are a bank worker and not an employee, you do not have it.',
    instead: ASK_BANK_OFFICE,
  },
] satisfies readonly RuleData[];
