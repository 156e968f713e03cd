/** The days between which something was asked, as a filter's address has them. Days are London's. */
import { z } from 'zod';
import { addDays, startOfDay } from '../calendar/days';
import type { Fault } from './fault';

/** Nothing was asked before or after these: what lies beyond narrows nothing. */
const [FIRST, LAST] = ['2000-01-01', '2999-12-31'];
const SHORTEST_SHOWN = 20;

export interface DaysAsked {
  /** What narrows a list; a day that is none narrows nothing, and is told. */
  readonly narrowed: { readonly from?: Date; readonly before?: Date };
  readonly faults: readonly Fault[];
  /** What stands in the fields of the form. */
  readonly from: string;
  readonly to: string;
}

export function daysAsked(query: URLSearchParams): DaysAsked {
  const [from, to] = [dayIn(query, 'from'), dayIn(query, 'to')];
  const faults = [...faultOf(query, 'from', 'Asked from'), ...faultOf(query, 'to', 'Asked to')];
  if (from !== '' && to !== '' && to < from)
    faults.push({ at: 'to', text: 'Choose a day for “Asked to” that is not before “Asked from”' });
  return {
    narrowed: {
      ...(from > FIRST && { from: startOfDay(from) }),
      ...(to !== '' && to < LAST && { before: startOfDay(addDays(to < FIRST ? FIRST : to, 1)) }),
    },
    faults,
    from,
    to,
  };
}

/** What a form with these days needs to be drawn. */
export const fieldsOf = ({ from, to, faults }: DaysAsked) => ({
  from,
  to,
  hasErrors: faults.length > 0,
  errors: faults.map(({ at, text }) => ({ text, href: `#${at}` })),
  at: Object.fromEntries(faults.map(({ at, text }) => [at, text])),
});

const dayIn = (query: URLSearchParams, name: string): string =>
  z.iso.date().safeParse(query.get(name)?.trim()).data ?? '';

function faultOf(query: URLSearchParams, at: string, label: string): Fault[] {
  const written = query.get(at)?.trim() ?? '';
  if (written === '' || dayIn(query, at) !== '') return [];
  const shown = written.length > SHORTEST_SHOWN ? 'That' : `“${written}”`;
  return [{ at, text: `${shown} is no day. Write “${label}” like 2027-01-31` }];
}
