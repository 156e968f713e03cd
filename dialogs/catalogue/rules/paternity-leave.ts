/** What the policies ask of paternity leave. The leave is there from the first day; the pay needs service. */
import type { RuleData } from '../rule-schema';
import {
  ABOUT_THE_PAY,
  ASK_PAYROLL,
  FROM_TODAY,
  IF_SERVED_ELSEWHERE,
  STARTED_ON,
} from './common-sentences';

export const paternityLeaveRules = [
  {
    clause: 'paternity-and-maternity-support-leave.3',
    check: {
      kind: 'used-by',
      first: 'firstDay',
      weeks: 'weeks',
      of: 'dueDate',
      within: 'window',
      dueOrBorn: true,
    },
    otherwise: 'stop',
    says: 'This leave has to be taken within **{window}** of the birth, or of when the child is placed with you. That is by {theDay}.',
    ifUnknown:
      'This leave has to be taken within **{window}** of the birth, or of when the child is placed with you. Counted from {dueDate}, that is by {theDay}.',
  },
  {
    clause: 'paternity-and-maternity-support-leave.13',
    check: { kind: 'tell-by', field: 'dueDate', weeks: 'notice-week', day: 'first' },
    otherwise: 'warn',
    says: 'For a birth, tell work at least **{notice-week}** before the week the baby is due. For an adoption, it is soon after you are told of the match. If you are late, tell your manager as soon as you can.',
  },
  {
    clause: 'paternity-and-maternity-support-leave.13',
    check: { kind: 'notice', field: 'firstDay', least: 'dates-notice', unlessCome: 'dueDate' },
    otherwise: 'warn',
    says: `For a birth, give at least **{dates-notice}** of notice of the dates. ${FROM_TODAY} If you are late, tell your manager as soon as you can.`,
  },
  {
    clause: 'paternity-and-maternity-support-leave.8',
    check: {
      kind: 'service',
      where: 'nhs',
      least: 'service',
      by: { field: 'dueDate', day: 'first' },
      dueOrBorn: true,
    },
    otherwise: 'warn',
    says: `Full NHS pay for this leave needs **{service}** of NHS service by {theDay}. On your record, yours began on {sinceDay}. ${ABOUT_THE_PAY}`,
    ifUnknown: [
      `Full NHS pay for this leave needs **{service}** of NHS service by {theDay}. I cannot see when yours began. ${ABOUT_THE_PAY}`,
      `Full NHS pay for this leave needs **{service}** of NHS service by the week the baby was due, or the child was placed. If your baby came early, the due week counts. ${ABOUT_THE_PAY}`,
    ],
    instead: IF_SERVED_ELSEWHERE,
    offers: 'previous-service',
  },
  {
    clause: 'paternity-and-maternity-support-leave.9',
    check: {
      kind: 'service',
      where: 'employer',
      least: 'service',
      by: { field: 'dueDate', weeks: 'by-week', day: 'last' },
      shortAlsoOn: 'dueDate',
    },
    otherwise: 'warn',
    says: `Statutory Paternity Pay needs **{service}** with this employer by {theDay}. ${STARTED_ON} ${ABOUT_THE_PAY}`,
    instead: ASK_PAYROLL,
  },
  {
    clause: 'paternity-and-maternity-support-leave.25',
    check: { kind: 'told' },
    otherwise: 'warn',
    says: 'If you do bank work only and are not an employee, you do not get paternity leave.',
    instead: 'You can still send this. People services can tell you if you are an employee.',
  },
] satisfies readonly RuleData[];
