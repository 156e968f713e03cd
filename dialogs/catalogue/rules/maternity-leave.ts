/** What the policies ask of maternity leave. The leave needs no service; the pay does. */
import type { RuleData } from '../rule-schema';
import { ABOUT_THE_PAY, ASK_PAYROLL, IF_SERVED_ELSEWHERE, STARTED_ON } from './common-sentences';

export const maternityLeaveRules = [
  {
    clause: 'maternity-leave-and-pay.6',
    check: { kind: 'weeks-before', field: 'firstDay', of: 'dueDate', weeks: 'earliest-start' },
    otherwise: 'stop',
    says: 'This leave can start on **{theDay}** at the earliest. That is the start of the week that is {earliest-start} before the week your baby is due.',
    // A birth starts the leave the day after it, however early: only a later first day is certain.
    ifUnknown:
      'If your baby has come, your leave starts the day after the birth. You can send this. If not, it can start on **{theDay}** at the earliest: the start of the week that is {earliest-start} before the week your baby is due.',
    instead: 'If your baby is here already, other rules count: talk to a person.',
  },
  {
    clause: 'maternity-leave-and-pay.2',
    check: { kind: 'tell-by', field: 'dueDate', weeks: 'notice-week', day: 'last' },
    otherwise: 'warn',
    says: 'Work should be told by the end of the week that is **{notice-week}** before the week your baby is due. That was {theDay}. If that was not possible, tell them as soon as you can.',
  },
  {
    clause: 'maternity-leave-and-pay.10',
    check: {
      kind: 'service',
      where: 'nhs',
      least: 'service',
      by: { field: 'dueDate', weeks: 'by-week', day: 'first' },
    },
    otherwise: 'warn',
    says: `NHS maternity pay needs **{service}** of NHS service by {theDay}. On your record, yours began on {sinceDay}. ${ABOUT_THE_PAY}`,
    ifUnknown: `NHS maternity pay needs **{service}** of NHS service by {theDay}. I cannot see when yours began. ${ABOUT_THE_PAY}`,
    instead: IF_SERVED_ELSEWHERE,
    offers: 'previous-service',
  },
  {
    clause: 'maternity-leave-and-pay.17',
    check: {
      kind: 'service',
      where: 'employer',
      least: 'service',
      by: { field: 'dueDate', weeks: 'by-week', day: 'last' },
    },
    otherwise: 'warn',
    says: `Statutory Maternity Pay needs **{service}** with this employer by {theDay}. ${STARTED_ON} ${ABOUT_THE_PAY}`,
    instead: ASK_PAYROLL,
  },
] satisfies readonly RuleData[];
