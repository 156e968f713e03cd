/** What the policies ask of somebody who takes a pension and goes on working. Their age is not in the directory. */
import type { RuleData } from '../rule-schema';

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
    says: 'Your pensions team should have both forms **{before}** before the day. From today, that means {theDay} or later.',
    instead: 'You can change the day, or send it and ask your pensions team.',
  },
  {
    clause: 'retirement-and-nhs-pension.11',
    when: { field: 'arrangement', is: 'retire-and-return' },
    check: { kind: 'notice', field: 'firstDay', least: 'before' },
    otherwise: 'warn',
    says: 'Tell your employer about **{before}** before the day you want to retire. From today, that means {theDay} or later.',
    instead: 'You can change the day, or send it and ask your pensions team.',
  },
] satisfies readonly RuleData[];
