/** What the policies ask of a block of shared parental leave. Unlike paternity leave, the leave itself needs service. */
import type { RuleData } from '../rule-schema';
import {
  ASK_BANK_OFFICE,
  FROM_TODAY,
  OR_TALK_TO_MANAGER,
  STARTED_ON,
  hereSince,
} from './common-sentences';

const NEEDED =
  'You qualify with **{service}** of work for this employer by {theDay}. If you adopt, it is by the week of your match.';

export const sharedParentalLeaveRules = [
  {
    // A warning, since those whose service moved here bring their years with them.
    clause: 'shared-parental-leave.10',
    unless: 'shared-parental-leave.28',
    check: {
      kind: 'service',
      where: 'employer',
      least: 'service',
      by: { field: 'dueDate', weeks: 'by-week', day: 'last' },
      shortAlsoOn: 'dueDate',
    },
    otherwise: 'warn',
    says: `${NEEDED} ${STARTED_ON}`,
    ifUnknown: hereSince(NEEDED),
    instead:
      'If you worked here before in another job, or your service moved here from another employer, tell people services. You can still send this.',
  },
  {
    clause: 'shared-parental-leave.3',
    check: {
      kind: 'used-by',
      first: 'firstDay',
      weeks: 'weeks',
      of: 'dueDate',
      within: 'limit',
      dueOrBorn: true,
    },
    otherwise: 'stop',
    says: 'All of this leave has to be taken within **{limit}** of the birth, or of when the child was placed with you. That is by {theDay}.',
    ifUnknown:
      'All of this leave has to be taken within **{limit}** of the birth, or of when the child is placed with you. Counted from {dueDate}, that is by {theDay}.',
  },
  {
    clause: 'shared-parental-leave.14',
    check: { kind: 'notice', field: 'firstDay', least: 'notice' },
    otherwise: 'warn',
    says: `Give at least **{notice}** of notice before each block. ${FROM_TODAY}`,
    instead: OR_TALK_TO_MANAGER,
  },
  {
    clause: 'shared-parental-leave.30',
    check: { kind: 'told' },
    otherwise: 'warn',
    says: 'This leave is for employees only. If your bank work does not make you an employee, you do not get it from that work.',
    instead: ASK_BANK_OFFICE,
  },
] satisfies readonly RuleData[];
