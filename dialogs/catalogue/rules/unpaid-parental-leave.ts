/** What the policies ask of unpaid parental leave. It needs no service since April 2026. */
import type { RuleData } from '../rule-schema';

export const unpaidParentalLeaveRules = [
  {
    clause: 'parental-leave-unpaid.12',
    check: { kind: 'notice', field: 'firstDay', least: 'notice' },
    otherwise: 'warn',
    says: 'Give at least **{notice}** of notice before the leave starts. From today, that means {theDay} or later.',
    instead: 'You can change the first day, or send it and talk to your manager.',
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
    instead: 'You can still send this. The bank office can tell you what you are.',
  },
] satisfies readonly RuleData[];
