/** Changes of organisations' own wording: one row each, and a row of the wording once one is published. */
import { sql, type Kysely, type Selectable } from 'kysely';
import { z } from 'zod';
import type { AuditEntry } from '../console/reading';
import {
  WORDING_STATES,
  type NewWordingChange,
  type Publishing,
  type WordingChange,
  type WordingChanges,
} from '../console/wording-changes';
import { addAudit } from './audit-trail';
import { Overtaken } from './overtaken';
import { stored } from './stored';
import type { AssistantTables, Tx } from './tables';
import { variationRow } from './variation-row';

type Row = Selectable<AssistantTables['wording_change']>;

const StoredWording = z.object({
  text: z.string(),
  values: z.record(z.string(), z.string()),
  asks: z.array(z.string()).exactOptional(),
});
const StoredRule = z.object({
  heading: z.string(),
  question: z.string(),
  replaces: z.number().nullable(),
});
const State = z.enum(WORDING_STATES);

export const wordingChanges = (db: Kysely<AssistantTables>): WordingChanges => ({
  propose: (change, instead) => db.transaction().execute((tx) => propose(tx, change, instead)),

  async find(organisations, id) {
    const row = await db
      .selectFrom('wording_change')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return row !== undefined && organisations.includes(row.organisation)
      ? changeOf(row)
      : undefined;
  },

  async waiting(organisations) {
    if (organisations.length === 0) return [];
    const rows = await db
      .selectFrom('wording_change')
      .selectAll()
      .where('organisation', 'in', organisations)
      .where(sql.ref('state'), '=', sql.lit('waiting'))
      .orderBy('sequence')
      .execute();
    return rows.map(changeOf);
  },

  async ofClause(organisations, clause) {
    if (organisations.length === 0) return [];
    const rows = await db
      .selectFrom('wording_change')
      .selectAll()
      .where('organisation', 'in', organisations)
      .where('clause', '=', clause)
      .orderBy('sequence', 'desc')
      .execute();
    return rows.map(changeOf);
  },

  close: (id, { state, reason, by, at }) =>
    db.transaction().execute(async (tx) => {
      const closed = await settle(tx, id, { state, by, at, reason });
      if (closed === undefined) return false;
      const did = state === 'turned-down' ? 'turned-down-wording' : 'took-back-wording';
      await writeDown(tx, did, closed, { by, at, reason });
      return true;
    }),

  async publish(publishing) {
    try {
      return await db.transaction().execute((tx) => publish(tx, publishing));
    } catch (error) {
      if (error instanceof Overtaken) return 'overtaken';
      throw error;
    }
  },
});

async function propose(tx: Tx, change: NewWordingChange, instead?: string): Promise<void> {
  const { id, organisation, policy, clause, national, reason, by: who } = change;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('wording_change')
    .values({
      id,
      organisation,
      policy,
      clause,
      wording: JSON.stringify(change.wording),
      was: JSON.stringify(change.was),
      national,
      rule: change.rule && JSON.stringify(change.rule),
      withdraws: Number(change.withdraws),
      reason,
      who,
      at: change.at.toISOString(),
      state: 'waiting',
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) return;
  const by = { by: who, at: change.at };
  if (instead !== undefined)
    await settle(tx, instead, { state: 'replaced', ...by, reason: null }, change);
  const did = change.withdraws ? 'proposed-withdrawal' : 'proposed-wording';
  await writeDown(tx, did, change, { ...by, reason });
}

/** What the first file beside a policy follows: it too is written once. */
const BEGINNING = 0;

async function publish(
  tx: Tx,
  { change, entry, from, putsBack }: Publishing,
): Promise<'published' | 'closed'> {
  const { by, at, organisation, policy } = entry;
  const closed = await settle(tx, change.id, { state: 'published', by, at, reason: null });
  if (closed === undefined) return 'closed';
  const last = await tx
    .selectFrom('variation')
    .select(['sequence', 'state', 'content'])
    .where('organisation', '=', organisation)
    .where('policy', '=', policy)
    .where(sql.ref('state'), '<>', sql.lit('draft'))
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  const inForce = last?.state === 'approved' ? last.content : null;
  if (inForce !== from) throw new Overtaken();
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('variation')
    .values({ ...variationRow(entry), follows: last?.sequence ?? BEGINNING })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) throw new Overtaken();
  const did = change.withdraws ? 'withdrew-rule' : 'published-wording';
  await writeDown(tx, did, change, { by, at, reason: change.reason });
  if (putsBack) await putBack(tx, change, { by, at });
  return 'published';
}

async function putBack(
  tx: Tx,
  { organisation, clause, reason }: WordingChange,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  const { numDeletedRows } = await tx
    .deleteFrom('withheld_clause')
    .where('organisation', '=', organisation)
    .where('clause', '=', clause)
    .executeTakeFirstOrThrow();
  if (numDeletedRows === 1n)
    await writeDown(tx, 'put-back-clause', { organisation, clause }, { by, at, reason });
}

/**
 * @param of where only a change of that organisation and policy may be meant
 * @returns the clause that it was about; undefined where it waited no longer
 */
async function settle(
  tx: Tx,
  id: string,
  to: { state: WordingChange['state']; by: string; at: Date; reason: string | null },
  of?: Pick<WordingChange, 'organisation' | 'policy'>,
): Promise<Pick<Row, 'organisation' | 'clause'> | undefined> {
  return tx
    .updateTable('wording_change')
    .set({
      state: to.state,
      decided_by: to.by,
      decided_at: to.at.toISOString(),
      decision: to.reason,
    })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .$if(of !== undefined, (own) =>
      own.where('organisation', '=', of?.organisation ?? '').where('policy', '=', of?.policy ?? ''),
    )
    .returning(['organisation', 'clause'])
    .executeTakeFirst();
}

const writeDown = (
  tx: Tx,
  did: AuditEntry['did'],
  { organisation, clause }: Pick<Row, 'organisation' | 'clause'>,
  {
    by: who,
    at,
    reason,
  }: { readonly by: string; readonly at: Date; readonly reason: string | null },
): Promise<void> => addAudit(tx, { at, who, did, what: `${organisation} ${clause}`, reason });

const changeOf = (row: Row): WordingChange => ({
  id: row.id,
  organisation: row.organisation,
  policy: row.policy,
  clause: row.clause,
  wording: stored('wording', StoredWording, row.wording),
  was: stored('wording', StoredWording, row.was),
  national: row.national,
  rule: row.rule === null ? null : stored('wording', StoredRule, row.rule),
  withdraws: row.withdraws === 1,
  reason: row.reason,
  by: row.who,
  at: new Date(row.at),
  state: State.parse(row.state),
  decided:
    row.decided_by === null || row.decided_at === null
      ? null
      : { by: row.decided_by, at: new Date(row.decided_at), reason: row.decision },
});
