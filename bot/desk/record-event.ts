/** Writes an event of the desk with the next number, in the transaction of the change it tells of. */
import type { Transaction } from 'kysely';
import type { DeskTables } from './desk-tables';
import { nextNumber } from './next-number';

export async function recordEvent(
  transaction: Transaction<DeskTables>,
  event: Omit<DeskTables['desk_events'], 'number' | 'expected_by'> & {
    readonly expected_by?: string;
  },
): Promise<void> {
  const number = await nextNumber(transaction, 'events');
  await transaction
    .insertInto('desk_events')
    .values({ number, ...event })
    .execute();
}
