/** Each rule of days at its borders: the day before, the day itself, the day after. Today is Tuesday 10 November 2026. */
import { here, verdict } from './rules-played';

const PATERNITY = 'paternity-and-maternity-support-leave';
const CARERS = 'carers-leave-and-time-off-for-dependants';

describe('rules of days', () => {
  // Saturday 14 August 2027: the week of birth starts on Sunday 8 August, eleven weeks before it is 23 May.
  const maternity = { dueDate: '2027-08-14' };
  // Born on 1 January 2026: 52 weeks later is 31 December 2026, a year later 1 January 2027.
  const born = { dueDate: '2026-01-01', weeks: 1 };
  const baby = { birthDay: '2026-11-01', weeks: 1 };
  const abroad = { firstDay: '2027-01-04' };

  it.each([
    [
      'maternity-leave',
      'maternity-leave-and-pay.6',
      { ...maternity, firstDay: '2027-05-22' },
      'stops',
    ],
    [
      'maternity-leave',
      'maternity-leave-and-pay.6',
      { ...maternity, firstDay: '2027-05-23' },
      'nothing',
    ],
    [
      'maternity-leave',
      'maternity-leave-and-pay.6',
      { ...maternity, firstDay: '2027-05-24' },
      'nothing',
    ],
    // A baby may have come: tomorrow is the last day on which leave may follow a birth.
    ...(['2026-11-01', '2026-11-10', '2026-11-11'] as const).map(
      (firstDay) =>
        [
          'maternity-leave',
          'maternity-leave-and-pay.6',
          { ...maternity, firstDay },
          'warns',
        ] as const,
    ),
    [
      'maternity-leave',
      'maternity-leave-and-pay.6',
      { ...maternity, firstDay: '2026-11-12' },
      'stops',
    ],
    // Fifteen weeks before the week of 21 February 2027 is the week that ends on Saturday 14 November 2026.
    ['maternity-leave', 'maternity-leave-and-pay.2', { dueDate: '2027-02-22' }, 'nothing'],
    ['maternity-leave', 'maternity-leave-and-pay.2', { dueDate: '2027-02-21' }, 'nothing'],
    ['maternity-leave', 'maternity-leave-and-pay.2', { dueDate: '2027-02-20' }, 'warns'],
    ['maternity-leave', 'maternity-leave-and-pay.2', { dueDate: '2026-11-10' }, 'nothing'],
    ['paternity-leave', `${PATERNITY}.3`, { ...born, firstDay: '2026-12-24' }, 'nothing'],
    ['paternity-leave', `${PATERNITY}.3`, { ...born, firstDay: '2026-12-25' }, 'nothing'],
    ['paternity-leave', `${PATERNITY}.3`, { ...born, firstDay: '2026-12-26' }, 'warns'],
    ['paternity-leave', `${PATERNITY}.3`, { ...born, weeks: 2, firstDay: '2026-12-19' }, 'warns'],
    // Four weeks after 31 December 2026 is 28 January 2027: born later than that is not to be expected.
    ['paternity-leave', `${PATERNITY}.3`, { ...born, firstDay: '2027-01-22' }, 'warns'],
    ['paternity-leave', `${PATERNITY}.3`, { ...born, firstDay: '2027-01-23' }, 'stops'],
    [
      'paternity-leave',
      `${PATERNITY}.3`,
      { dueDate: '2026-11-11', weeks: 1, firstDay: '2027-11-05' },
      'warns',
    ],
    ['paternity-leave', `${PATERNITY}.13`, { firstDay: '2026-12-07' }, 'warns'],
    ['paternity-leave', `${PATERNITY}.13`, { firstDay: '2026-12-08' }, 'nothing'],
    ['paternity-leave', `${PATERNITY}.13`, { firstDay: '2026-12-09' }, 'nothing'],
    [
      'paternity-leave',
      `${PATERNITY}.13`,
      { dueDate: '2026-11-10', firstDay: '2026-11-11' },
      'nothing',
    ],
    // Sunday 28 February less fifteen weeks is 15 November; Sunday 21 February less them is 8 November.
    [
      'paternity-leave',
      `${PATERNITY}.13`,
      { dueDate: '2027-02-28', firstDay: '2027-02-28' },
      'nothing',
    ],
    [
      'paternity-leave',
      `${PATERNITY}.13`,
      { dueDate: '2027-02-27', firstDay: '2027-02-28' },
      'warns',
    ],
    ['adoption-leave', 'adoption-leave.11', { matchingDay: '2026-11-04' }, 'nothing'],
    ['adoption-leave', 'adoption-leave.11', { matchingDay: '2026-11-03' }, 'nothing'],
    ['adoption-leave', 'adoption-leave.11', { matchingDay: '2026-11-02' }, 'warns'],
    ['adoption-leave', 'adoption-leave.12', { firstDay: '2026-12-07' }, 'warns'],
    ['adoption-leave', 'adoption-leave.12', { firstDay: '2026-12-08' }, 'nothing'],
    [
      'shared-parental-leave',
      'shared-parental-leave.3',
      { ...born, firstDay: '2026-12-26' },
      'nothing',
    ],
    [
      'shared-parental-leave',
      'shared-parental-leave.3',
      { ...born, firstDay: '2026-12-27' },
      'warns',
    ],
    [
      'shared-parental-leave',
      'shared-parental-leave.3',
      { ...born, firstDay: '2027-01-23' },
      'warns',
    ],
    [
      'shared-parental-leave',
      'shared-parental-leave.3',
      { ...born, firstDay: '2027-01-24' },
      'stops',
    ],
    ['shared-parental-leave', 'shared-parental-leave.14', { firstDay: '2027-01-04' }, 'warns'],
    ['shared-parental-leave', 'shared-parental-leave.14', { firstDay: '2027-01-05' }, 'nothing'],
    ['shared-parental-leave', 'shared-parental-leave.14', { firstDay: '2027-01-06' }, 'nothing'],
    ['neonatal-care-leave', 'neonatal-care-leave.14', { ...baby, firstDay: '2026-11-08' }, 'stops'],
    [
      'neonatal-care-leave',
      'neonatal-care-leave.14',
      { ...baby, firstDay: '2026-11-09' },
      'nothing',
    ],
    [
      'neonatal-care-leave',
      'neonatal-care-leave.14',
      { ...baby, firstDay: '2026-11-10' },
      'nothing',
    ],
    // 68 weeks from 1 November 2026 are over on 20 February 2028.
    [
      'neonatal-care-leave',
      'neonatal-care-leave.12',
      { ...baby, firstDay: '2028-02-14' },
      'nothing',
    ],
    ['neonatal-care-leave', 'neonatal-care-leave.12', { ...baby, firstDay: '2028-02-15' }, 'warns'],
    ['unpaid-parental-leave', 'parental-leave-unpaid.12', { firstDay: '2026-11-30' }, 'warns'],
    ['unpaid-parental-leave', 'parental-leave-unpaid.12', { firstDay: '2026-12-01' }, 'nothing'],
    ['unpaid-parental-leave', 'parental-leave-unpaid.3', { weeks: 4 }, 'nothing'],
    ['unpaid-parental-leave', 'parental-leave-unpaid.3', { weeks: 5 }, 'warns'],
    ['carers-leave', `${CARERS}.10`, { firstDay: '2026-11-12', lastDay: '2026-11-12' }, 'warns'],
    ['carers-leave', `${CARERS}.10`, { firstDay: '2026-11-13', lastDay: '2026-11-13' }, 'nothing'],
    ['carers-leave', `${CARERS}.10`, { firstDay: '2026-11-13', lastDay: '2026-11-14' }, 'warns'],
    ['carers-leave', `${CARERS}.10`, { firstDay: '2026-11-14', lastDay: '2026-11-15' }, 'nothing'],
    ['carers-leave', `${CARERS}.10`, { firstDay: '2026-11-19', lastDay: '2026-11-23' }, 'warns'],
    ['carers-leave', `${CARERS}.10`, { firstDay: '2026-11-20', lastDay: '2026-11-24' }, 'nothing'],
    ['carers-leave', `${CARERS}.2`, { firstDay: '2027-01-04', lastDay: '2027-01-10' }, 'nothing'],
    ['carers-leave', `${CARERS}.2`, { firstDay: '2027-01-04', lastDay: '2027-01-11' }, 'warns'],
    ['employment-break', 'special-leave.33', { ...abroad, lastDay: '2027-04-02' }, 'stops'],
    ['employment-break', 'special-leave.33', { ...abroad, lastDay: '2027-04-03' }, 'nothing'],
    ['employment-break', 'special-leave.33', { ...abroad, lastDay: '2032-01-03' }, 'nothing'],
    ['employment-break', 'special-leave.33', { ...abroad, lastDay: '2032-01-04' }, 'stops'],
    ['partial-retirement', 'retirement-and-nhs-pension.13', { arrangement: 'partial' }, 'warns'],
    [
      'partial-retirement',
      'retirement-and-nhs-pension.13',
      { arrangement: 'retire-and-return' },
      'nothing',
    ],
    [
      'partial-retirement',
      'retirement-and-nhs-pension.15',
      { arrangement: 'partial', firstDay: '2027-02-09' },
      'warns',
    ],
    [
      'partial-retirement',
      'retirement-and-nhs-pension.15',
      { arrangement: 'partial', firstDay: '2027-02-10' },
      'nothing',
    ],
    [
      'partial-retirement',
      'retirement-and-nhs-pension.11',
      { arrangement: 'retire-and-return', firstDay: '2027-03-09' },
      'warns',
    ],
    [
      'partial-retirement',
      'retirement-and-nhs-pension.11',
      { arrangement: 'retire-and-return', firstDay: '2027-03-10' },
      'nothing',
    ],
    ['report-sickness', 'sickness-absence-and-sick-pay.19', { firstDay: '2026-11-04' }, 'nothing'],
    ['report-sickness', 'sickness-absence-and-sick-pay.19', { firstDay: '2026-11-03' }, 'warns'],
    [
      'report-sickness',
      'sickness-absence-and-sick-pay.19',
      { firstDay: '2026-11-09', lastDay: '2026-11-15' },
      'nothing',
    ],
    [
      'report-sickness',
      'sickness-absence-and-sick-pay.19',
      { firstDay: '2026-11-09', lastDay: '2026-11-16' },
      'warns',
    ],
    [
      'convert-leave-to-sickness',
      'annual-leave-and-bank-holidays.22',
      { firstDay: '2026-11-02', lastDay: '2026-11-08' },
      'nothing',
    ],
    [
      'convert-leave-to-sickness',
      'annual-leave-and-bank-holidays.22',
      { firstDay: '2026-11-02', lastDay: '2026-11-09' },
      'warns',
    ],
    ['acting-up', 'secondment-and-acting-up.20', { ...abroad, lastDay: '2027-02-02' }, 'warns'],
    ['acting-up', 'secondment-and-acting-up.20', { ...abroad, lastDay: '2027-02-03' }, 'nothing'],
    ['acting-up', 'secondment-and-acting-up.20', { ...abroad, lastDay: '2027-07-03' }, 'nothing'],
    ['acting-up', 'secondment-and-acting-up.20', { ...abroad, lastDay: '2027-07-04' }, 'warns'],
    ['acting-up', 'secondment-and-acting-up.20', abroad, 'nothing'],
    ['acting-up', 'secondment-and-acting-up.20', { firstDay: '2026-11-09' }, 'nothing'],
    [
      'occupational-health-referral',
      'occupational-health-and-wellbeing-support.27',
      { agreed: 'no' },
      'warns',
    ],
    [
      'occupational-health-referral',
      'occupational-health-and-wellbeing-support.27',
      { agreed: 'yes' },
      'nothing',
    ],
  ] as const)('%s, %s: %j %s', (service, clause, fields, expected) => {
    expect(verdict(service, clause, fields, here('2009-02-02'))).toBe(expected);
  });
});
