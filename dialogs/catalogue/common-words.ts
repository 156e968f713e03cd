/** Words that the files of several services list. */

/** They say when, and not what is wished for. */
export const WEEKDAY_NAMES = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];
export const MONTH_NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** Pay that another service is for, and the pay of somebody else. */
export const NOT_OWN_WAGES = [
  'sick pay',
  'maternity pay',
  'mat pay',
  'paternity pay',
  'pension',
  'expenses',
  'mileage',
  'one of my team',
  'member of staff',
  'member of my team',
  'someone in my team',
  'his|her|their|theirs|hers wages|pay|payslip',
];
