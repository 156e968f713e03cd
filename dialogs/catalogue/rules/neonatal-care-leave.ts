/**
 * What the policies ask of neonatal care leave. When the care ends is never asked, so the notice
 * that is due after it is not checked.
 */
import type { RuleData } from '../rule-schema';
import { ASK_BANK_OFFICE } from './common-sentences';

export const neonatalCareLeaveRules = [
  {
    clause: 'neonatal-care-leave.14',
    check: { kind: 'from-day', field: 'firstDay', of: 'birthDay', day: 'first-day' },
    otherwise: 'stop',
    says: 'This leave starts on day **{first-day}** of care at the earliest. With a birth on {birthDay}, that is {theDay} or later.',
    instead:
      'Before then, use the leave you already have, such as maternity or paternity leave. If you have none left, tell your manager and ask what they can do.',
  },
  {
    // A warning, since those who adopt count from another day.
    clause: 'neonatal-care-leave.12',
    check: { kind: 'used-by', first: 'firstDay', weeks: 'weeks', of: 'birthDay', within: 'window' },
    otherwise: 'warn',
    says: 'You have **{window}** from the birth to take this leave, so until {theDay}. If you adopted, count from the day your child was placed with you.',
  },
  {
    clause: 'neonatal-care-leave.29',
    check: { kind: 'told' },
    otherwise: 'warn',
    says: 'This leave is a right for employees. If your bank work does not make you an employee, you do not get it from that work.',
    instead: ASK_BANK_OFFICE,
  },
] satisfies readonly RuleData[];
