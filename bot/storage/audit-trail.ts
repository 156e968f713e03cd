/** Who read or changed what in the console. Entries are added, never changed. */
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { AuditEntry, ConsoleReading } from '../console/reading';
import type { AssistantTables } from './tables';

const Did = z.enum([
  'read-transcript',
  'unmasked-transcript',
  'read-request',
  'changed-request',
  'replayed-delivery',
  'read-handover',
  'changed-handover',
]) satisfies z.ZodType<AuditEntry['did']>;

export const auditTrail = (
  db: Kysely<AssistantTables>,
): Pick<ConsoleReading, 'audit' | 'audits'> => ({
  async audit(entry) {
    await db
      .insertInto('audit')
      .values({ ...entry, at: entry.at.toISOString() })
      .execute();
  },

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
