/**
 * Gives a request another day by which it is expected. Two agents cannot overwrite each other: a
 * change names the day it was decided on. Pressing twice changes nothing.
 */
import type { Kysely } from 'kysely';
import { hold } from '../storage/dialect';
import { today } from '../calendar/days';
import { DeskRequestBody, nextOf, type ExpectedChange, type ExpectedRefusal } from './desk-request';
import type { DeskTables } from './desk-tables';
import { recordEvent } from './record-event';

export type ExpectedChanged = { readonly kind: 'changed' | 'unchanged' } | ExpectedRefusal;

export async function changeExpected(
  db: Kysely<DeskTables>,
  reference: string,
  { expectedBy, seen, by, note }: ExpectedChange,
  now: Date,
): Promise<ExpectedChanged> {
  return db.transaction().execute(async (transaction) => {
    const found = await hold(
      transaction,
      transaction
        .selectFrom('desk_requests')
        .select(['status', 'body', 'expected_by'])
        .where('reference', '=', reference),
    ).executeTakeFirst();
    if (found === undefined) return unknownRequest(reference);
    const body = DeskRequestBody.parse(JSON.parse(found.body));
    if (nextOf(found.status, body).length === 0) return ended(found.status);
    const current = found.expected_by ?? body.expectedBy ?? null;
    if (current === expectedBy) return { kind: 'unchanged' };
    if (current !== seen) return movedMeanwhile(current);
    if (expectedBy < today(now)) return dayHasPassed;

    await transaction
      .updateTable('desk_requests')
      .set({ expected_by: expectedBy, due_on: expectedBy })
      .where('reference', '=', reference)
      .execute();
    await recordEvent(transaction, {
      reference,
      kind: 'expected',
      status: found.status,
      at: now.toISOString(),
      by,
      note,
      expected_by: expectedBy,
    });
    return { kind: 'changed' };
  });
}

const unknownRequest = (reference: string): ExpectedRefusal => ({
  kind: 'unknown-request',
  message: `There is no request ${reference} at this desk.`,
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

const dayHasPassed: ExpectedRefusal = {
  kind: 'day-has-passed',
  message: 'This day has passed. Choose today or a later one.',
};
