/** Gives out the next number of a counter, from 1. Call it in the transaction that uses the number. */
import type { Transaction } from 'kysely';
import type { DeskTables } from './desk-tables';

export async function nextNumber(
  transaction: Transaction<DeskTables>,
  counter: string,
): Promise<number> {
  const { value } = await transaction
    .insertInto('desk_counters')
    .values({ name: counter, value: 1 })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((row) => ({
        value: row('desk_counters.value', '+', 1),
      })),
    )
    .returning('value')
    .executeTakeFirstOrThrow();
  return value;
}
