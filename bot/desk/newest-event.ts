/** The newest event of the desk of which all this is so; undefined where there is none. */
import type { Transaction } from 'kysely';
import type { DeskTables } from './desk-tables';

type Event = DeskTables['desk_events'];

export const newestEvent = (
  transaction: Transaction<DeskTables>,
  so: Partial<Pick<Event, 'number' | 'reference' | 'kind' | 'key'>>,
): Promise<Event | undefined> =>
  transaction
    .selectFrom('desk_events')
    .selectAll()
    .where((event) => event.and(so))
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
