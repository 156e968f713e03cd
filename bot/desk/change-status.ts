/**
 * Moves a request on. Two agents cannot overwrite each other: a change names the status it was
 * decided on, and is refused where that is no longer so. The same form sent twice changes nothing;
 * an agent who decided the same with other words is told that theirs were not taken.
 */
import type { Kysely } from 'kysely';
import { type ChangeRefusal, type DeskStatus, type StatusChange, nextOf } from './desk-request';
import type { DeskTables } from './desk-tables';
import { holdingRequest, type Done, type HeldRequest } from './hold-request';
import { newestEvent } from './newest-event';
import { recordEvent } from './record-event';

export const changeStatus = (
  db: Kysely<DeskTables>,
  value: string,
  change: StatusChange,
  now: Date,
): Promise<Done | ChangeRefusal> =>
  holdingRequest(db, 'reference', value, async (transaction, held) => {
    const { reference } = held;
    const { status, by } = change;
    const note = noteOf(change);
    if (held.status === status) {
      const last = await newestEvent(transaction, { reference, kind: 'status' });
      if (last?.by === by && last.note === note) return { kind: 'repeated', event: last.number };
    }
    const refusal = refusalOf(held, change);
    if (refusal !== undefined) return refusal;

    await transaction
      .updateTable('desk_requests')
      .set({ status, waiting: null })
      .where('reference', '=', reference)
      .execute();
    const at = now.toISOString();
    return {
      kind: 'done',
      event: await recordEvent(transaction, { reference, status, at, by, note }),
    };
  });

function refusalOf(
  { status: current, body }: HeldRequest,
  change: StatusChange,
): ChangeRefusal | undefined {
  if (change.expected !== current) return changedMeanwhile(current);
  const allowed = nextOf(current, body);
  if (!allowed.includes(change.status)) return notAllowed(current, change.status, allowed);
  if (change.status === 'declined' && noteOf(change) === null) {
    return { kind: 'note-needed', message: 'Say why it is declined. The person will read it.' };
  }
  return undefined;
}

const noteOf = ({ note }: StatusChange): string | null =>
  note === undefined || note === '' ? null : note;

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
