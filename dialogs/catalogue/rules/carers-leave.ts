/** What the policies ask of carer's leave. Who is cared for is never asked, nor what was taken before. */
import type { RuleData } from '../rule-schema';

export const carersLeaveRules = [
  {
    clause: 'carers-leave-and-time-off-for-dependants.2',
    check: { kind: 'length', first: 'firstDay', last: 'lastDay', most: 'leave' },
    otherwise: 'warn',
    says: 'You can take up to **{leave}** of carer’s leave in any **{period}**.',
    instead: 'If you need longer, ask for other leave for the rest.',
    offers: 'special-leave',
  },
  {
    // That it is twice the leave is checked against the clause’s own examples, in the tests.
    clause: 'carers-leave-and-time-off-for-dependants.10',
    check: {
      kind: 'notice',
      field: 'firstDay',
      least: 'least-notice',
      timesLength: 2,
      last: 'lastDay',
    },
    otherwise: 'warn',
    says: 'Give notice twice as long as the leave, and never less than **{least-notice}**. From today, that means {theDay} or later.',
    instead: 'You can change the first day, or send it and talk to your manager.',
  },
  {
    clause: 'carers-leave-and-time-off-for-dependants.30',
    unless: 'carers-leave-and-time-off-for-dependants.4',
    check: { kind: 'told' },
    otherwise: 'warn',
    says: 'If you work only on the bank and are not an employee, you do not have this right. You should still be able to drop a shift.',
    instead: 'Tell the ward or your bank office as soon as you can.',
  },
] satisfies readonly RuleData[];
