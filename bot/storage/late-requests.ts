/** Finds what is late, and says so once. */
import type { Kysely } from 'kysely';
import type { LateRequests } from '../conversation/late-requests';
import { hold } from './dialect';
import { addEvent } from './request-events';
import type { AssistantTables } from './tables';

export const lateRequests = (db: Kysely<AssistantTables>): LateRequests => ({
  async late(day, limit) {
    const rows = await db
      .selectFrom('open_request')
      .select(['request', 'expected_by'])
      .where('told_late', '=', 0)
      .where('expected_by', '<', day)
      .orderBy('expected_by')
      .orderBy('request')
      .limit(limit)
      .execute();
    return rows.map(({ request, expected_by }) => ({ request, expectedBy: expected_by ?? '' }));
  },

  markLate: ({ request, expectedBy }, now) =>
    db.transaction().execute(async (tx) => {
      // The request before what is open of it, as who reports its end does: neither waits for the other.
      await hold(tx, tx.selectFrom('request').select('id').where('id', '=', request)).execute();
      const { numUpdatedRows } = await tx
        .updateTable('open_request')
        .set({ told_late: 1 })
        .where('request', '=', request)
        .where('expected_by', '=', expectedBy)
        .where('told_late', '=', 0)
        .executeTakeFirst();
      if (numUpdatedRows !== 1n) return false;
      const nobody = { by: null, note: null, receiverReference: null };
      return addEvent(tx, { request, kind: 'late', at: now.toISOString(), ...nobody, expectedBy });
    }),
});
