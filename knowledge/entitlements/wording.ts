/** What sums say. Short sentences; every figure in them is handed in. */
import type { Day } from '../policies/schema';
import { longDay, shortDay } from './days';
import type { Notice, SickPayUsed } from './facts';
import type {
  AnnualLeave,
  MaternityDates,
  Redundancy,
  ShareOfYear,
  SickPay,
  Stage,
  StatutoryRedundancy,
} from './results';
import { count, lengthOf, money, tenths } from './show-numbers';

function serviceWords({ step }: AnnualLeave): string {
  if (step.to === undefined) return `you have ${step.from} or more years of NHS service`;
  return step.from > 0
    ? `you have between ${step.from} and ${step.to} years of NHS service`
    : `you have less than ${step.to} years of NHS service`;
}

export const annualLeaveWords = {
  fullTime: (sum: AnnualLeave): string =>
    `You get **${sum.days} days** of annual leave a year, plus **${sum.bankHolidayDays} bank holidays**. In hours, that is **${sum.hours} hours** and **${sum.bankHolidayHours} hours**, so ${inAll(sum)} hours in all.`,
  partTime: (sum: AnnualLeave): string =>
    `You get **${sum.hours} hours** of annual leave a year, plus **${sum.bankHolidayHours} hours** for bank holidays. That is ${inAll(sum)} hours in all.`,
  why: (sum: AnnualLeave): string =>
    `This is for ${sum.fullTimeWeek} hours a week, at ${sum.fullTimeDay} hours a day, because ${serviceWords(sum)}.`,
  share: (sum: AnnualLeave, weeklyHours: number, round: (hours: number) => number): string => {
    const days = tenths(sum.days * (weeklyHours / sum.fullTimeWeek));
    return `Full time is ${sum.days} days and ${sum.bankHolidayDays} bank holidays, because ${serviceWords(sum)}. Your share is ${sum.fullTimeHours} hours, times ${round(weeklyHours)}, divided by ${sum.fullTimeWeek}. That is like ${days} days of ${sum.fullTimeDay} hours.`;
  },
  partYear: ({ first, last, inMonths, inDays }: ShareOfYear): string => {
    const span =
      first === undefined || last === undefined
        ? ''
        : `From ${shortDay(first)} to ${shortDay(last)}`;
    const months = inMonths && `${count(inMonths.months, 'month')} of 12`;
    const said = [
      inMonths === undefined || months === undefined
        ? ''
        : `${span === '' ? 'For' : `${span} is`} ${months}: that gives ${hoursOfLeave(inMonths)}.`,
      inDays === undefined
        ? ''
        : months === undefined
          ? `${span}, that is about ${hoursOfLeave(inDays)}, counted in days.`
          : `Counted in days: about ${inDays.hours === undefined ? '' : `${inDays.hours} and `}${inDays.bankHolidayHours} hours.`,
    ].filter((part) => part !== '');
    return `${said.join(' ')} This is for a leave year from 1 April to 31 March. Your employer may count in another way.`;
  },
  allBankHolidays: (days: number, hours: number): string =>
    `You get **${days} bank holidays** in a full year. In hours, that is **${hours} hours**.`,
  bankHolidays: (hours: number, whole: number, weeklyHours: number, fullTime: number): string =>
    `For bank holidays you get **${hours} hours** in a full year. That is ${whole} hours, times ${weeklyHours}, divided by ${fullTime}.`,
};

const inAll = (sum: AnnualLeave): number =>
  Math.round((sum.hours + sum.bankHolidayHours) * 100) / 100;

const hoursOfLeave = ({ hours, bankHolidayHours }: NonNullable<ShareOfYear['inDays']>): string =>
  [
    ...(hours === undefined ? [] : [`**${hours} hours** of leave`]),
    `**${bankHolidayHours} hours** for bank holidays`,
  ].join(' and ');

export const legalMinimumWords = {
  days: (days: number): string =>
    `By law you get at least **${days} days** of paid holiday a year.`,
  working: (daysAWeek: number, weeks: number): string =>
    `That is ${weeks} weeks of ${count(daysAWeek, 'day')}. It can include bank holidays. Your contract may give you more.`,
};

export const sickPayWords = {
  whole: ({ full, half }: SickPay): string =>
    `You can have **${count(full, 'month')}** on full pay, then **${count(half, 'month')}** on half pay.`,
  service: (serviceMonths: number): string =>
    `That is for somebody with ${serviceMonths < 1 ? 'less than a month' : lengthOf(serviceMonths)} of NHS service.`,
  lookBack: (months: number): string =>
    `Sick pay that you had in the ${months} months before is taken off.`,
  left: ({ full, half }: SickPay, fullInUnit: number, unit: SickPayUsed['unit']): string => {
    const months = (amount: number): string =>
      Number.isInteger(amount) ? count(amount, 'month') : `about ${count(tenths(amount), 'month')}`;
    if (full <= 0) return `You have no full pay left, and **${months(half)}** of half pay.`;
    const inUnit = unit === 'months' ? '' : ` (about ${count(fullInUnit, unit.slice(0, -1))})`;
    return `You have **${months(full)}** of full pay left${inUnit}, then **${months(half)}** of half pay.`;
  },
  working: ({ full, half }: SickPay, used: SickPayUsed, serviceMonths: number): string =>
    `With ${lengthOf(serviceMonths)} of NHS service you get ${count(full, 'month')} full and ${count(half, 'month')} half pay. Taken off: the ${count(used.amount, used.unit.slice(0, -1))} you have had.`,
  counted: (months: number): string =>
    `Only sick pay from the ${months} months before counts. Payroll has the exact figure.`,
};

const STAGE_PAY: Readonly<Record<Stage['name'], string>> = {
  full: 'full pay',
  half: 'half pay, plus Statutory Maternity Pay or Maternity Allowance',
  statutory: 'Statutory Maternity Pay or Maternity Allowance only',
  unpaid: 'no pay',
};

export const maternityWords = {
  dates: ({ earliestStart, tellBy }: MaternityDates, on: Day): string =>
    `The earliest you can start is **${longDay(earliestStart)}**. ${
      tellBy < on
        ? `The day to tell your manager was ${longDay(tellBy)}, so tell them in writing **as soon as you can**.`
        : `Tell your manager in writing by **${longDay(tellBy)}**, or as soon as you can.`
    }`,
  counted: ({ weekOfBirth, earliestWeeks, noticeWeeks }: MaternityDates): string =>
    `Worked out from your due date: the week of childbirth starts on ${longDay(weekOfBirth)}. Leave can start ${earliestWeeks} weeks before it. You tell work by the end of the ${noticeWeeks}th week before it.`,
  stages: (stages: readonly Stage[]): string =>
    [
      'Your NHS maternity pay, stage by stage:',
      '',
      ...stages.map(({ name, weeks, first, last }) =>
        first === undefined || last === undefined
          ? `- **${weeks} weeks** of ${STAGE_PAY[name]}`
          : `- **${shortDay(first)} to ${shortDay(last)}**: ${weeks} weeks of ${STAGE_PAY[name]}`,
      ),
    ].join('\n'),
  condition: (has: boolean | undefined, service: number, back: number): string =>
    has === true
      ? `You have the ${service} months of NHS service that this needs. You must also plan to go back for at least ${back} months.`
      : `You need ${service} months of NHS service, and must plan to go back for at least ${back} months.`,
  tooNew: (service: number): string =>
    `You will not have the **${service} months** of NHS service that NHS maternity pay needs.`,
  pounds: (full: number, half: number): string =>
    `About **${money(full + half)}** in all: ${money(full)} at full pay and ${money(half)} at half pay, before Statutory Maternity Pay is added.`,
  poundsWorking: (
    week: number,
    month: number | undefined,
    yearWeeks: number,
    fullWeeks: number,
    halfWeeks: number,
  ): string =>
    `A week's pay is about ${money(week)}${month === undefined ? '' : `: ${money(month)}, times 12, divided by ${yearWeeks}`}. So ${fullWeeks} weeks of ${money(week)}, and ${halfWeeks} weeks of ${money(week / 2)}.`,
  payroll: 'Your real sum uses your average pay before the leave. Payroll can work it out.',
};

export const paternityWords = {
  fullPay: (weeks: number, service: number): string =>
    `You can have **${count(weeks, 'week')} on full pay**, because you have ${service} months of NHS service by the week the baby is due.`,
  tooNew: (service: number): string =>
    `You will not have the **${service} months** of NHS service that full pay needs. You may get Statutory Paternity Pay.`,
  useBy: (day: Day, weeks: number, born: boolean): string =>
    `You have ${weeks} weeks from the birth, so use it by **${longDay(day)}**${born ? '' : ' if the baby comes on the due date'}.`,
  tellBy: (day: Day, weeks: number, on: Day): string =>
    day < on
      ? `Work should have been told by ${longDay(day)}, which is ${weeks} weeks before the week the baby is due. Tell them as soon as you can.`
      : `Tell work by **${longDay(day)}**. That is ${weeks} weeks before the week the baby is due.`,
};

export const redundancyWords = {
  tooShort: (needed: number, serviceMonths: number): string =>
    `You would get **no NHS redundancy pay**. You need ${needed} years of NHS service in a row, and you have ${lengthOf(serviceMonths)}.`,
  months: (months: number, years: number): string =>
    `You would get **${count(months, 'month')} of pay**: 1 month for each full year of service that counts, and you have ${years}.`,
  limits: (needed: number, most: number): string =>
    `You need ${needed} years of NHS service in a row. No more than ${most} months are paid.`,
  total: ({ total }: Redundancy): string => `You would get about **${money(total)}**, before tax.`,
  working: ({ months, month, limit }: Redundancy, years: number, most: number): string =>
    [
      `That is ${count(months, 'month')} of ${money(month)}.`,
      years > most ? `No more than ${most} months are paid.` : '',
      limit === 'cap' ? 'A month of pay cannot count as more.' : '',
      limit === 'floor' ? 'Lower pay is counted as this much.' : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  checks: (needed: number): string =>
    `You need ${needed} years of NHS service in a row. Ask your people team to check which years count before you plan on this.`,
};

export const statutoryRedundancyWords = {
  tooShort: (needed: number, serviceMonths: number): string =>
    `The law gives **no redundancy pay** yet. You need ${needed} years of service, and you have ${lengthOf(serviceMonths)}.`,
  total: ({ total }: StatutoryRedundancy): string =>
    `The legal minimum is **${money(total)}**. Your contract may give you more.`,
  working: (
    { weeks, week, capped }: StatutoryRedundancy,
    years: number,
    age: number,
    cap: number,
  ): string =>
    `That is ${count(weeks, 'week')} of pay at ${money(week)}, for ${count(years, 'full year')} at age ${age}.${capped ? ` A week counts as no more than ${money(cap)}.` : ''}`,
};

const lengthOfNotice = ({ amount, unit }: Notice): string => count(amount, unit.slice(0, -1));

export const lastDayWords = {
  lastDay: (given: Day, last: Day, on: Day): string =>
    given < on
      ? `You gave notice on ${longDay(given)}, so your last day is **${longDay(last)}**.`
      : `If you give notice on ${longDay(given)}, your last day is **${longDay(last)}**.`,
  giveBy: (given: Day, last: Day, on: Day): string =>
    given < on
      ? `For a last day of ${longDay(last)} you would have had to give notice by **${longDay(given)}**. You can ask your manager to let you go sooner.`
      : `To finish on ${longDay(last)}, give notice by **${longDay(given)}**.`,
  working: (notice: Notice): string =>
    `That is ${lengthOfNotice(notice)}, counted from the day after you give notice. Your contract may count in another way. Agree your last day with your manager in writing.`,
};

export const noticeWords = {
  weeks: (weeks: number): string =>
    weeks === 0
      ? 'The law sets **no least notice** until you have worked for a month.'
      : `By law your employer must give you at least **${count(weeks, 'week')}** of notice.`,
  working: (weeks: number, serviceMonths: number, most: number): string =>
    `You have ${serviceMonths < 1 ? 'less than a month' : lengthOf(serviceMonths)} of service. ${
      weeks === most ? `The legal minimum is never more than ${most} weeks. ` : ''
    }Your contract can give you more, but never less.`,
};
