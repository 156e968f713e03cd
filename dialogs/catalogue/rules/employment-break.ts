/** What the policies ask of an employment break. */
import type { RuleData } from '../rule-schema';
import { STARTED_ON, hereSince } from './common-sentences';

const LENGTH = 'An employment break lasts from **{shortest}** to **{longest}**.';
const NEEDED = 'You normally need **{service}** of service first.';

export const employmentBreakRules = [
  {
    clause: 'special-leave.33',
    check: { kind: 'length', first: 'firstDay', last: 'lastDay', least: 'shortest' },
    otherwise: 'stop',
    says: `${LENGTH} One that starts on {firstDay} ends on {theDay} at the earliest.`,
    instead: 'For a shorter time away, other leave may fit.',
    offers: 'special-leave',
  },
  {
    clause: 'special-leave.33',
    check: { kind: 'length', first: 'firstDay', last: 'lastDay', most: 'longest' },
    otherwise: 'stop',
    says: `${LENGTH} One that starts on {firstDay} ends on {theDay} at the latest.`,
  },
  {
    clause: 'special-leave.33',
    check: {
      kind: 'service',
      where: 'employer',
      least: 'service',
      by: { field: 'firstDay', day: 'itself' },
    },
    otherwise: 'warn',
    says: `${NEEDED} ${STARTED_ON}`,
    ifUnknown: hereSince(NEEDED),
    instead: 'If you worked here before in another job, tell your manager.',
  },
] satisfies readonly RuleData[];
