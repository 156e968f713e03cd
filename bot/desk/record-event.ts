/** Writes an event of the desk with the next number, in the transaction of the change it tells of. */
import type { Transaction } from 'kysely';
import type { DeskTables } from './desk-tables';
import { nextNumber } from './next-number';

/** The counter of their numbers. */
export const EVENTS = 'events';

type Row = DeskTables['desk_events'];
/** What an event has beside its request, its status and its time. */
type Event = Pick<Row, 'reference' | 'status' | 'at'> & Partial<Omit<Row, 'number'>>;

const NOTHING = {
  by: null,
  note: null,
  question: null,
  to: null,
  key: null,
  expected_by: null,
} as const;

/** @returns its number */
export async function recordEvent(
  transaction: Transaction<DeskTables>,
  event: Event,
): Promise<number> {
  const number = await nextNumber(transaction, EVENTS);
  await transaction
    .insertInto('desk_events')
    .values({ number, kind: 'status', ...NOTHING, ...event })
    .execute();
  return number;
}
