/**
 * Gives a request another day by which it is expected. Two agents cannot overwrite each other: a
 * change names the day it was decided on. The same form sent twice changes nothing; an agent who
 * chose the same day for another reason is told that theirs was not taken.
 */
import type { Kysely } from 'kysely';
import { today } from '../calendar/days';
import { nextOf, type ExpectedChange, type ExpectedRefusal } from './desk-request';
import type { DeskTables } from './desk-tables';
import { holdingRequest, type Done } from './hold-request';
import { newestEvent } from './newest-event';
import { recordEvent } from './record-event';

export const changeExpected = (
  db: Kysely<DeskTables>,
  value: string,
  { expectedBy, seen, by, note }: ExpectedChange,
  now: Date,
): Promise<Done | ExpectedRefusal> =>
  holdingRequest(db, 'reference', value, async (transaction, held) => {
    const { reference, status, expectedBy: current } = held;
    const last = await newestEvent(transaction, { reference, kind: 'expected' });
    if (current === expectedBy && last?.by === by && last.note === note)
      return { kind: 'repeated', event: last.number };
    if (nextOf(status, held.body).length === 0) return ended(status);
    if (current !== seen) return movedMeanwhile(current);
    if (current === expectedBy) return sameDay;
    if (expectedBy < today(now)) return dayHasPassed;

    await transaction
      .updateTable('desk_requests')
      .set({ expected_by: expectedBy, due_on: expectedBy })
      .where('reference', '=', reference)
      .execute();
    const at = now.toISOString();
    const event = { reference, kind: 'expected', status, at, by, note } as const;
    const number = await recordEvent(transaction, { ...event, expected_by: expectedBy });
    return { kind: 'done', event: number };
  });

const ended = (status: string): ExpectedRefusal => ({
  kind: 'has-ended',
  message: `This request is ${status}: nobody waits for it any more.`,
});

const movedMeanwhile = (expectedBy: string | null): ExpectedRefusal => ({
  kind: 'moved-meanwhile',
  expectedBy,
  message: 'Somebody else changed this day. Look at it again.',
});

/** Nobody would be told, and the reason would be lost. */
const sameDay: ExpectedRefusal = {
  kind: 'same-day',
  message: 'It is expected by this day already. Choose another.',
};

const dayHasPassed: ExpectedRefusal = {
  kind: 'day-has-passed',
  message: 'This day has passed. Choose today or a later one.',
};
