/** What is asked of people for a sum, and how it is told of somebody else. */
import type { FactName } from './facts';

/** One short question for the fact that is missing. */
export const askFor: Readonly<Record<FactName, string>> = {
  weeklyHours: 'To work out yours: how many hours a week is your contract?',
  daysAWeek: 'To work out yours: how many days a week do you work?',
  serviceMonths: 'To work out yours: how many years of NHS service do you have?',
  serviceStart: 'To work out yours: what is your start date?',
  dueDate: 'To work out the dates: what is the exact due date?',
  birthDate: 'To work out the dates: when was the baby born?',
  leaveStart: 'To work out the dates: when would the leave start?',
  lastDay: 'To work out yours: what is your last day?',
  noticeGiven: 'To work out yours: on which day would you give notice?',
  notice: 'To work out yours: how long is the notice in your contract?',
  hourlyPay: 'To work it out in pounds: what is your basic hourly rate?',
  weeklyPay: 'To work it out in pounds: what is your weekly pay before tax?',
  monthlyPay: 'To work it out in pounds: what is your basic monthly pay before tax?',
  age: 'To work out yours: how old are you?',
  band: 'To work out yours: which band are you on?',
  dutyHours: 'To work it out: how many hours did you work?',
  dutyTime: 'To work it out: which day was it?',
  partYear: 'To work out yours: when do you start or leave?',
  shift: 'To work it out: when did the shift start and end?',
  weekWorked: 'To work it out: how many hours did you work that week?',
  monthsOfYear: 'To work out yours: how many months of the leave year do you work?',
  bankHolidaysOnly: 'To work out yours: do you ask about bank holidays only?',
  sickPayUsed: 'To work out what is left: how much sick pay have you had in the last 12 months?',
};

const OF_YOU: readonly (readonly [RegExp, string])[] = [
  [/\byour (?!people team)/g, 'their '],
  [/\bYour (?!people team)/g, 'Their '],
  [/\byou\b/g, 'they'],
  [/\bYou\b/g, 'They'],
];

/** A sum for a manager who asks about somebody in their team: "you get" becomes "they get". */
export const ofThem = (text: string): string =>
  OF_YOU.reduce((said, [you, they]) => said.replace(you, they), text);
