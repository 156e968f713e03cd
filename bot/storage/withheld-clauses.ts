/** Clauses that are taken out of answers: a row stands as long as one is out. */
import type { Kysely } from 'kysely';
import type { WithheldClause, WithheldClauses } from '../answering/withheld';
import type { AuditEntry } from '../console/reading';
import { addAudit } from './audit-trail';
import { fixed } from './fixed';
import type { AssistantTables, Tx } from './tables';

/** Asked with every question of somebody whose organisation we know. */
const clausesOf = fixed((db, { organisation }: { readonly organisation: string }) =>
  db.selectFrom('withheld_clause').select('clause').where('organisation', '=', organisation),
);

export const withheldClauses = (db: Kysely<AssistantTables>): WithheldClauses => ({
  async of(organisation) {
    const { rows } = await clausesOf(db, { organisation });
    return rows.map(({ clause }) => clause);
  },

  async list(organisations) {
    if (organisations.length === 0) return [];
    const rows = await db
      .selectFrom('withheld_clause')
      .selectAll()
      .where('organisation', 'in', organisations)
      .orderBy('at', 'desc')
      .orderBy('clause')
      .execute();
    return rows.map(({ who, at, ...row }) => ({ ...row, by: who, at: new Date(at) }));
  },

  takeOut: ({ organisation, clause, reason, by, at }) =>
    db.transaction().execute(async (tx) => {
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto('withheld_clause')
        .values({ organisation, clause, reason, who: by, at: at.toISOString() })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows !== 1n) return false;
      await writeDown(tx, 'took-out-clause', { organisation, clause, reason, by, at });
      return true;
    }),

  putBack: ({ organisation, clause, reason, by, at }) =>
    db.transaction().execute(async (tx) => {
      const { numDeletedRows } = await tx
        .deleteFrom('withheld_clause')
        .where('organisation', '=', organisation)
        .where('clause', '=', clause)
        .executeTakeFirstOrThrow();
      if (numDeletedRows !== 1n) return false;
      await writeDown(tx, 'put-back-clause', { organisation, clause, reason, by, at });
      return true;
    }),
});

const writeDown = (
  tx: Tx,
  did: AuditEntry['did'],
  { organisation, clause, reason, by: who, at }: WithheldClause,
): Promise<void> => addAudit(tx, { at, who, did, what: `${organisation} ${clause}`, reason });
