/** What employers ask of study leave. The national set leaves it to them: without a rule of their own nothing is checked. */
import type { RuleData } from '../rule-schema';
import { FROM_TODAY, OR_MANAGER_DECIDES } from './common-sentences';

export const studyLeaveRules = [
  {
    clause: 'time-off-for-training-and-study-leave.1',
    check: { kind: 'length', first: 'firstDay', last: 'lastDay', most: 'days' },
    otherwise: 'warn',
    says: 'You can have up to **{days}** of study leave a year. See the rule for what is paid, and for part-time hours. Days you would not work may not count.',
    instead: OR_MANAGER_DECIDES,
  },
  {
    clause: 'time-off-for-training-and-study-leave.4',
    check: { kind: 'notice', field: 'firstDay', least: 'ahead' },
    otherwise: 'warn',
    says: `Ask at least **{ahead}** before the course. ${FROM_TODAY}`,
    instead: OR_MANAGER_DECIDES,
  },
] satisfies readonly RuleData[];
