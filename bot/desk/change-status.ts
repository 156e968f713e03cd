/**
 * Moves a request on. Two agents cannot overwrite each other: a change names the status it was
 * decided on, and is refused where that is no longer so. Pressing twice changes nothing.
 */
import type { Kysely } from 'kysely';
import { hold } from '../storage/dialect';
import {
  type ChangeRefusal,
  DeskRequestBody,
  type DeskStatus,
  type StatusChange,
  nextOf,
} from './desk-request';
import type { DeskTables } from './desk-tables';
import { recordEvent } from './record-event';

export type Changed = { readonly kind: 'changed' } | { readonly kind: 'unchanged' } | ChangeRefusal;

export async function changeStatus(
  db: Kysely<DeskTables>,
  reference: string,
  change: StatusChange,
  now: Date,
): Promise<Changed> {
  return db.transaction().execute(async (transaction) => {
    const found = await hold(
      transaction,
      transaction
        .selectFrom('desk_requests')
        .select(['status', 'body'])
        .where('reference', '=', reference),
    ).executeTakeFirst();
    if (found === undefined) return unknownRequest(reference);
    if (found.status === change.status) return { kind: 'unchanged' };
    const refusal = refusalOf(found, change);
    if (refusal !== undefined) return refusal;

    await transaction
      .updateTable('desk_requests')
      .set({ status: change.status, waiting: null })
      .where('reference', '=', reference)
      .execute();
    await recordEvent(transaction, {
      reference,
      status: change.status,
      at: now.toISOString(),
      by: change.by,
      note: noteOf(change),
    });
    return { kind: 'changed' };
  });
}

function refusalOf(
  { status: current, body }: Pick<DeskTables['desk_requests'], 'status' | 'body'>,
  change: StatusChange,
): ChangeRefusal | undefined {
  if (change.expected !== current) return changedMeanwhile(current);
  const allowed = nextOf(current, DeskRequestBody.parse(JSON.parse(body)));
  if (!allowed.includes(change.status)) return notAllowed(current, change.status, allowed);
  if (change.status === 'declined' && noteOf(change) === null) {
    return { kind: 'note-needed', message: 'Say why it is declined. The person will read it.' };
  }
  return undefined;
}

const noteOf = ({ note }: StatusChange): string | null =>
  note === undefined || note === '' ? null : note;

const unknownRequest = (reference: string): ChangeRefusal => ({
  kind: 'unknown-request',
  message: `There is no request ${reference} at this desk.`,
});

const changedMeanwhile = (status: DeskStatus): ChangeRefusal => ({
  kind: 'changed-meanwhile',
  status,
  message: `Somebody else changed this request: it is now ${status}. Look at it again.`,
});

const notAllowed = (from: DeskStatus, to: DeskStatus, allowed: DeskStatus[]): ChangeRefusal => ({
  kind: 'not-allowed',
  allowed,
  message:
    allowed.length === 0
      ? `A request that is ${from} cannot change any more.`
      : `A request that is ${from} cannot become ${to}. It can become: ${allowed.join(', ')}.`,
});
