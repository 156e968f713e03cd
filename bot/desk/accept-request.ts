/**
 * Takes a request in, once a key. The request and its event `received` are written together,
 * so the sender is told of everything that was taken, and of nothing that was not.
 */
import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { DeskFile, DeskRequestBody } from './desk-request';
import { dueDay } from '../calendar/due-day';
import type { DeskTables } from './desk-tables';
import { nextNumber } from './next-number';
import { recordEvent } from './record-event';

export type Accepted =
  | { readonly kind: 'accepted' | 'repeated'; readonly reference: string }
  /** The key was used before, for a body that is not the same. */
  | { readonly kind: 'different-body'; readonly reference: string };

export async function acceptRequest(
  db: Kysely<DeskTables>,
  body: DeskRequestBody,
  now: Date,
): Promise<Accepted> {
  const fingerprint = fingerprintOf(body);
  const known = await knownAs(db, body.key, fingerprint);
  if (known !== undefined) return known;

  const at = now.toISOString();
  const reference = await db.transaction().execute(async (transaction) => {
    const next = await newReference(transaction, now);
    const taken = await transaction
      .insertInto('desk_requests')
      .values({
        reference: next,
        key: body.key,
        fingerprint,
        status: 'received',
        organisation: body.organisation,
        received_at: at,
        body: JSON.stringify(body),
        service: body.service,
        due_on: dueDay(body),
        assignee: null,
        assignee_name: null,
        waiting: null,
        about: body.onBehalfOf ?? null,
        requester: body.requestedBy.id,
        requester_email: body.requestedBy.email.toLowerCase(),
      })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .returning('reference')
      .executeTakeFirst();
    if (taken === undefined) return undefined; // the same key came in at the same moment
    await recordFiles(transaction, next, body.files ?? []);
    await recordEvent(transaction, { reference: next, status: 'received', at });
    return next;
  });
  if (reference !== undefined) return { kind: 'accepted', reference };

  const other = await knownAs(db, body.key, fingerprint);
  if (other === undefined) throw new Error('A key was taken by a request that cannot be found.');
  return other;
}

async function recordFiles(
  transaction: Transaction<DeskTables>,
  reference: string,
  files: readonly DeskFile[],
): Promise<void> {
  if (files.length === 0) return;
  const rows = [...new Set(files.map(({ id }) => id))].map((file) => ({ reference, file }));
  await transaction.insertInto('desk_files').values(rows).execute();
}

async function knownAs(
  db: Kysely<DeskTables>,
  key: string,
  fingerprint: string,
): Promise<Accepted | undefined> {
  const known = await db
    .selectFrom('desk_requests')
    .select(['reference', 'fingerprint'])
    .where('key', '=', key)
    .executeTakeFirst();
  if (known === undefined) return undefined;
  const same = known.fingerprint === fingerprint;
  return { kind: same ? 'repeated' : 'different-body', reference: known.reference };
}

/** Such as `D-2026-000123`; the count starts again each year. */
async function newReference(
  transaction: Parameters<typeof nextNumber>[0],
  now: Date,
): Promise<string> {
  const year = now.getUTCFullYear();
  const number = await nextNumber(transaction, `reference-${year}`);
  return `D-${year}-${String(number).padStart(6, '0')}`;
}

/** The same for two bodies that say the same, in whatever order. */
function fingerprintOf(body: DeskRequestBody): string {
  const sorted = JSON.stringify(body, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  return createHash('sha256').update(sorted).digest('hex');
}
