/** The sums by name. To add one: a file beside this, a line here, its name in the schema, `sum:` on its clauses. */
import type { SumName } from '../policies/schema';
import { annualLeaveSum } from './annual-leave';
import { lastDaySum } from './last-day';
import { legalMinimumSum } from './legal-minimum-leave';
import { maternityDatesSum } from './maternity-dates';
import { maternityPaySum } from './maternity-pay';
import { overtimeSum } from './overtime';
import { paternitySum } from './paternity';
import { redundancySum } from './redundancy';
import { sickPaySum } from './sick-pay';
import { statutoryNoticeSum } from './statutory-notice';
import { statutoryRedundancySum } from './statutory-redundancy';
import type { Sum } from './sum';
import { unsocialHoursSum } from './unsocial-hours';

export const sums: Readonly<Record<SumName, Sum>> = {
  'annual-leave': annualLeaveSum,
  'legal-minimum-leave': legalMinimumSum,
  'sick-pay': sickPaySum,
  'maternity-dates': maternityDatesSum,
  'maternity-pay': maternityPaySum,
  paternity: paternitySum,
  redundancy: redundancySum,
  'statutory-redundancy': statutoryRedundancySum,
  'statutory-notice': statutoryNoticeSum,
  'last-day': lastDaySum,
  'unsocial-hours': unsocialHoursSum,
  overtime: overtimeSum,
};
