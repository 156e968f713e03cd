/** A fact that was given in a word or two, said so that it can be read again with what came before. */
import type { FactName, Facts } from './facts';

/** @param said the person's own words, where the fact is read from them as they are */
export function sayFact(fact: FactName, facts: Facts, said: string): string {
  const value = facts[fact];
  if (value === undefined || typeof value === 'object' || value === true) return said;
  switch (fact) {
    case 'weeklyHours':
      return `${value} hours a week`;
    case 'daysAWeek':
      return `${value} days a week`;
    case 'serviceMonths':
      return `${value} months service`;
    case 'serviceStart':
      return `started ${value}`;
    case 'dueDate':
      return `due ${value}`;
    case 'birthDate':
      return `born ${value}`;
    case 'leaveStart':
      return `leave starts ${value}`;
    case 'lastDay':
      return `last day ${value}`;
    case 'hourlyPay':
      return `£${value} an hour`;
    case 'weeklyPay':
      return `£${value} a week`;
    case 'monthlyPay':
      return `£${value} a month`;
    case 'age':
      return `aged ${value}`;
    case 'band':
      return `band ${value}`;
    case 'dutyHours':
      return `${value} hours worked`;
    case 'dutyTime':
    case 'sickPayUsed':
    case 'partYear':
      return said;
  }
}
