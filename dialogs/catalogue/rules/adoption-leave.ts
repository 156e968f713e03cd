/** What the policies ask of adoption leave. The leave is there from the first day; the pay needs service. */
import type { RuleData } from '../rule-schema';
import {
  ABOUT_THE_PAY,
  ASK_PAYROLL,
  FROM_TODAY,
  IF_SERVED_ELSEWHERE,
  STARTED_ON,
} from './common-sentences';

export const adoptionLeaveRules = [
  {
    clause: 'adoption-leave.11',
    check: { kind: 'soon-after', field: 'matchingDay', within: 'limit' },
    otherwise: 'warn',
    says: 'Work should be told within **{limit}** of the match. That was by {theDay}. If you could not, tell them as soon as you can.',
  },
  {
    clause: 'adoption-leave.12',
    check: { kind: 'notice', field: 'firstDay', least: 'notice' },
    otherwise: 'warn',
    says: `Statutory Adoption Pay needs **{notice}** of notice of the day it starts. ${FROM_TODAY}`,
    instead: 'You can change the first day, or ask payroll when your pay can start.',
  },
  {
    clause: 'adoption-leave.4',
    check: {
      kind: 'service',
      where: 'nhs',
      least: 'service',
      by: { field: 'matchingDay', day: 'last' },
    },
    otherwise: 'warn',
    says: `NHS adoption pay needs **{service}** of NHS service by the week of your match. On your record, yours began on {sinceDay}. ${ABOUT_THE_PAY}`,
    ifUnknown: `NHS adoption pay needs **{service}** of NHS service by the week of your match. I cannot see when yours began. ${ABOUT_THE_PAY}`,
    instead: IF_SERVED_ELSEWHERE,
    offers: 'previous-service',
  },
  {
    clause: 'adoption-leave.10',
    check: {
      kind: 'service',
      where: 'employer',
      least: 'service',
      by: { field: 'matchingDay', day: 'last' },
    },
    otherwise: 'warn',
    says: `Statutory Adoption Pay needs **{service}** with this employer by the week of your match. ${STARTED_ON} ${ABOUT_THE_PAY}`,
    instead: ASK_PAYROLL,
  },
] satisfies readonly RuleData[];
