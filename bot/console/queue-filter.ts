/** How the queue is narrowed and ordered: by service, age, clock and who has it. Days are London's. */
import { z } from 'zod';
import { bankHolidays } from '../calendar/bank-holidays';
import { addDays, addWorkingDays, startOfDay, today } from '../calendar/days';
import type { DeskFilter } from '../desk/desk-client';
import { findService } from '../../dialogs';
import type { Reader } from './console-parts';
import { offered } from './offered';
import { workingDaysBetween } from './request-age';

const AGES = [1, 3, 5, 10] as const;
const CLOCKS = [
  ['late', 'Late'],
  ['soon', 'Due today or on the next working day'],
  ['well', 'Due later'],
] as const;
const HOLDERS = [
  ['me', 'Me'],
  ['nobody', 'Nobody yet'],
] as const;
const ORDERS = [
  ['age', 'Oldest first'],
  ['due', 'Due first'],
] as const;

/** Its id, which is the desk's to know. */
const Service = z.string().min(1).max(100);

type Narrowed = Pick<DeskFilter, 'service' | 'assignee' | 'before' | 'dueFrom' | 'dueTo' | 'order'>;

/** What nobody offers in the form is passed over. */
export function queueFilter(
  query: URLSearchParams,
  { person }: Pick<Reader, 'person'>,
  now: Date,
): Narrowed {
  const age = AGES.find((days) => String(days) === query.get('age'));
  const has = chosenOf(HOLDERS, query.get('has'));
  return {
    service: Service.safeParse(query.get('service')).data,
    assignee: has === 'me' ? person.id : has,
    before: age === undefined ? undefined : receivedBefore(age, now),
    ...dueWithin(chosenOf(CLOCKS, query.get('clock')), today(now)),
    order: chosenOf(ORDERS, query.get('order')),
  };
}

export const queueChoices = (query: URLSearchParams, services: readonly string[]) => ({
  services: offered(
    query.get('service'),
    'Any service',
    services
      .map((id) => [id, findService(id)?.title ?? id] as const)
      .toSorted(([, a], [, b]) => a.localeCompare(b, 'en-GB')),
  ),
  ages: offered(
    query.get('age'),
    'Any age',
    AGES.map((days) => [String(days), `${days} working day${days === 1 ? '' : 's'} or more`]),
  ),
  clocks: offered(query.get('clock'), 'Any', CLOCKS),
  holders: offered(query.get('has'), 'Anybody', HOLDERS),
  orders: ORDERS.map(([value, text]) => ({ value, text, selected: value === query.get('order') })),
});

const chosenOf = <Value extends string>(
  choices: readonly (readonly [Value, string])[],
  asked: string | null,
): Value | undefined => choices.find(([value]) => value === asked)?.[0];

/** The end of the last day from which so many working days have gone by. */
function receivedBefore(days: number, now: Date): string {
  const day = today(now);
  let last = day;
  while (workingDaysBetween(last, day, bankHolidays) < days) last = addDays(last, -1);
  return startOfDay(addDays(last, 1)).toISOString();
}

function dueWithin(
  clock: (typeof CLOCKS)[number][0] | undefined,
  day: string,
): Pick<DeskFilter, 'dueFrom' | 'dueTo'> {
  const next = addWorkingDays(day, 1, bankHolidays);
  switch (clock) {
    case 'late':
      return { dueTo: addDays(day, -1) };
    case 'soon':
      return { dueFrom: day, dueTo: next };
    case 'well':
      return { dueFrom: addDays(next, 1) };
    case undefined:
      return {};
  }
}
