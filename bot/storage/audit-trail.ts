/** Who read or changed what in the console. Entries are added, never changed. */
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { AuditEntry, ConsoleReading, NewAuditEntry } from '../console/reading';
import type { AssistantTables, Tx } from './tables';

export const Did = z.enum([
  'read-transcript',
  'unmasked-transcript',
  'judged-answer',
  'moved-review',
  'replied-to-rating',
  'kept-regression',
  'removed-regression',
  'opened-content-task',
  'moved-content-task',
  'read-request',
  'opened-file',
  'changed-request',
  'replayed-delivery',
  'replayed-answer',
  'read-handover',
  'changed-handover',
  'searched-callers',
  'helped-by-phone',
  'sent-by-phone',
  'took-out-clause',
  'put-back-clause',
  'proposed-wording',
  'published-wording',
  'turned-down-wording',
  'took-back-wording',
  'proposed-withdrawal',
  'withdrew-rule',
  'exported-data',
  'erased-leaver',
]) satisfies z.ZodType<AuditEntry['did']>;

export const auditTrail = (
  db: Kysely<AssistantTables>,
  writer: Kysely<AssistantTables>,
): Pick<ConsoleReading, 'audit' | 'audits'> => ({
  audit: (entry) => addAudit(writer, entry),

  async audits(limit, offset = 0) {
    const rows = await db
      .selectFrom('audit')
      .select(['at', 'who', 'did', 'what', 'reason'])
      .orderBy('sequence', 'desc')
      .limit(limit)
      .offset(offset)
      .execute();
    return rows.map((row) => ({ ...row, at: new Date(row.at), did: Did.parse(row.did) }));
  },
});

/** For what must be written down together with what was done. */
export async function addAudit(tx: Tx, entry: NewAuditEntry): Promise<void> {
  await tx
    .insertInto('audit')
    .values({ once: null, ...entry, at: entry.at.toISOString() })
    .onConflict((conflict) => conflict.column('once').doNothing())
    .execute();
}
