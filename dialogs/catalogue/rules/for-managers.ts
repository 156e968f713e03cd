/** What the policies ask of a manager’s requests. The clauses are those of the person they are for. */
import type { RuleData } from '../rule-schema';

export const actingUpRules = [
  {
    clause: 'secondment-and-acting-up.20',
    check: { kind: 'length', first: 'firstDay', last: 'lastDay', least: 'least', most: 'most' },
    otherwise: 'warn',
    says: 'Acting up should not normally be for less than **{least}** or more than **{most}**. Cover for maternity leave or long-term sickness can be longer.',
  },
] satisfies readonly RuleData[];

export const occupationalHealthReferralRules = [
  {
    clause: 'occupational-health-and-wellbeing-support.27',
    when: { field: 'agreed', is: 'no' },
    check: { kind: 'told' },
    otherwise: 'warn',
    says: 'Ask for their consent first. Only then send it.',
  },
] satisfies readonly RuleData[];
