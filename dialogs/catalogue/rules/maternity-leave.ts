/** What the policies ask of maternity leave. The leave needs no service; the pay does. */
import type { RuleData } from '../rule-schema';

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
    says: 'NHS maternity pay needs **{service}** of NHS service by {theDay}. On your record, yours began on {sinceDay}. This is about the pay, not the leave.',
    ifUnknown:
      'NHS maternity pay needs **{service}** of NHS service by {theDay}. I cannot see when yours began. This is about the pay, not the leave.',
    instead: 'If you worked for another NHS employer before, tell people services.',
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
    says: 'Statutory Maternity Pay needs **{service}** with this employer by {theDay}. I can see that you started on {sinceDay}. This is about the pay, not the leave.',
    instead: 'Payroll can tell you what you would get.',
  },
] satisfies readonly RuleData[];
