/** What the policies ask of somebody who takes a pension and goes on working. Their age is not in the directory. */
import type { RuleData } from '../rule-schema';
import { FROM_TODAY, OR_ASK_PENSIONS_TEAM } from './common-sentences';

export const partialRetirementRules = [
  {
    clause: 'retirement-and-nhs-pension.13',
    when: { field: 'arrangement', is: 'partial' },
    check: { kind: 'told' },
    otherwise: 'warn',
    says: 'You must be **{age}** or over, or **{protected}** if you have a protected age. I cannot see your age.',
    instead: 'If you are not sure, ask your pensions team before you send it.',
  },
  {
    clause: 'retirement-and-nhs-pension.15',
    when: { field: 'arrangement', is: 'partial' },
    check: { kind: 'notice', field: 'firstDay', least: 'before' },
    otherwise: 'warn',
    says: `Your pensions team should have both forms **{before}** before the day. ${FROM_TODAY}`,
    instead: OR_ASK_PENSIONS_TEAM,
  },
  {
    clause: 'retirement-and-nhs-pension.11',
    when: { field: 'arrangement', is: 'retire-and-return' },
    check: { kind: 'notice', field: 'firstDay', least: 'before' },
    otherwise: 'warn',
    says: `Tell your employer about **{before}** before the day you want to retire. ${FROM_TODAY}`,
    instead: OR_ASK_PENSIONS_TEAM,
  },
] satisfies readonly RuleData[];
