/** When an illness needs a fit note. Nobody is kept from reporting it. */
import type { RuleData } from '../rule-schema';

export const reportSicknessRules = [
  {
    clause: 'sickness-absence-and-sick-pay.19',
    check: { kind: 'length', first: 'firstDay', last: 'lastDay', most: 'self-certify-days' },
    otherwise: 'warn',
    says: 'You need a fit note if you are ill for more than **{self-certify-days}** in a row. Count every day, even the days you would not have worked.',
    offers: 'fit-note',
  },
] satisfies readonly RuleData[];

export const convertLeaveToSicknessRules = [
  {
    clause: 'annual-leave-and-bank-holidays.22',
    check: { kind: 'length', first: 'firstDay', last: 'lastDay', most: 'self-certify-days' },
    otherwise: 'warn',
    says: 'You need a fit note if you are ill for more than **{self-certify-days}**.',
    offers: 'fit-note',
  },
] satisfies readonly RuleData[];
