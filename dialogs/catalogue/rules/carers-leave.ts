/** What the policies ask of carer's leave. Who is cared for is never asked, nor what was taken before. */
import type { RuleData } from '../rule-schema';
import { FROM_TODAY, OR_TALK_TO_MANAGER } from './common-sentences';

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
    clause: 'carers-leave-and-time-off-for-dependants.10',
    check: {
      kind: 'notice',
      field: 'firstDay',
      least: 'least-notice',
      byLength: { last: 'lastDay', leave: 'five-days', notice: 'five-days-notice' },
    },
    otherwise: 'warn',
    says: `Longer leave needs longer notice: **{five-days-notice}** for {five-days}. The least is **{least-notice}**. ${FROM_TODAY}`,
    instead: OR_TALK_TO_MANAGER,
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
