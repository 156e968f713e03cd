/** A fact that was given in a word or two, said so that it can be read again with what came before. */
import type { FactName, Facts } from './facts';

/** How each fact with a number or a day is said; `_` is where it stands. */
const SAID: Readonly<Partial<Record<FactName, string>>> = {
  weeklyHours: '_ hours a week',
  daysAWeek: '_ days a week',
  serviceMonths: '_ months service',
  serviceStart: 'started _',
  dueDate: 'due _',
  birthDate: 'born _',
  leaveStart: 'leave starts _',
  lastDay: 'last day _',
  noticeGiven: 'notice given on _',
  hourlyPay: '£_ an hour',
  weeklyPay: '£_ a week',
  monthlyPay: '£_ a month',
  age: 'aged _',
  band: 'band _',
  dutyHours: '_ hours worked',
  weekWorked: 'worked _ hours that week',
  monthsOfYear: '_ months of the leave year',
};

/** @param said the person's own words, where the fact is read from them as they are */
export function sayFact(fact: FactName, facts: Facts, said: string): string {
  const value = facts[fact];
  if (fact === 'notice' && facts.notice !== undefined)
    return `${facts.notice.amount} ${facts.notice.unit} notice`;
  const words = SAID[fact];
  if (words === undefined || (typeof value !== 'number' && typeof value !== 'string')) return said;
  return words.replace('_', String(value));
}
