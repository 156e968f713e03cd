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

  takeOut: (change) =>
    db.transaction().execute(async (tx) => {
      const { organisation, clause, reason, by, at } = change;
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto('withheld_clause')
        .values({ organisation, clause, reason, who: by, at: at.toISOString() })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows !== 1n) return isOutAsAsked(tx, change);
      await writeDown(tx, 'took-out-clause', change);
      return 'done';
    }),

  putBack: (change, since) =>
    db.transaction().execute(async (tx) => {
      const { organisation, clause } = change;
      const { numDeletedRows } = await tx
        .deleteFrom('withheld_clause')
        .where('organisation', '=', organisation)
        .where('clause', '=', clause)
        .where('at', '=', since.toISOString())
        .executeTakeFirstOrThrow();
      if (numDeletedRows !== 1n) return isPutBackAsAsked(tx, change, since);
      await writeDown(tx, 'put-back-clause', change);
      return 'done';
    }),
});

const writeDown = (
  tx: Tx,
  did: AuditEntry['did'],
  { organisation, clause, reason, by: who, at }: WithheldClause,
): Promise<void> => addAudit(tx, { at, who, did, what: `${organisation} ${clause}`, reason });

/** The same form came before; any other would lose the reason that its person gave. */
async function isOutAsAsked(
  tx: Tx,
  { organisation, clause, reason, by }: WithheldClause,
): Promise<'done' | 'overtaken'> {
  const same = await tx
    .selectFrom('withheld_clause')
    .select('at')
    .where('organisation', '=', organisation)
    .where('clause', '=', clause)
    .where('who', '=', by)
    .where('reason', '=', reason)
    .executeTakeFirst();
  return same === undefined ? 'overtaken' : 'done';
}

async function isPutBackAsAsked(
  tx: Tx,
  { organisation, clause, reason, by }: WithheldClause,
  since: Date,
): Promise<'done' | 'overtaken'> {
  const same = await tx
    .selectFrom('audit')
    .select('at')
    .where('did', '=', 'put-back-clause')
    .where('what', '=', `${organisation} ${clause}`)
    .where('who', '=', by)
    .where('reason', '=', reason)
    .where('at', '>=', since.toISOString())
    .executeTakeFirst();
  return same === undefined ? 'overtaken' : 'done';
}
