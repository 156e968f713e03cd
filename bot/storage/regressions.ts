/** Regression questions: one row each, with what came of asking it last. */
import { sql, type Kysely, type Selectable } from 'kysely';
import { z } from 'zod';
import { StaffGroup } from '../../knowledge';
import type { Regressions } from '../console/regressions';
import type { RegressionQuestion } from '../feedback/regression';
import { addAudit } from './audit-trail';
import { reviewable } from './reviewable';
import { stored } from './stored';
import type { AssistantTables } from './tables';

type Row = Selectable<AssistantTables['regression_question']>;

const Clauses = z.array(z.string());

export const regressions = (db: Kysely<AssistantTables>): Regressions => ({
  keep: (within, question, now) =>
    db.transaction().execute(async (tx) => {
      const from = await reviewable(tx, within, question.interaction);
      if (from === undefined) return 'unknown';
      const { staffGroup, clauses, ...rest } = question;
      await tx
        .insertInto('regression_question')
        .values({
          ...rest,
          organisation: from.organisation,
          staff_group: staffGroup,
          clauses: JSON.stringify(clauses),
          at: now.toISOString(),
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
      await addAudit(tx, {
        at: now,
        who: question.by,
        did: 'kept-regression',
        what: from.conversation,
        reason: null,
        once: `regression:${question.id}`,
      });
      return 'kept';
    }),

  async list(organisations, { limit, offset }) {
    if (organisations.length === 0) return { questions: [], total: 0, failed: 0 };
    const { total, failed } = await db
      .selectFrom('regression_question')
      .select((eb) => [
        eb.fn.countAll<number>().as('total'),
        sql<number | null>`sum(case when passed = 0 then 1 else 0 end)`.as('failed'),
      ])
      .where('organisation', 'in', organisations)
      .executeTakeFirstOrThrow();
    const rows = await db
      .selectFrom('regression_question')
      .selectAll()
      .where('organisation', 'in', organisations)
      .orderBy(sql`case when passed = 0 then 0 when passed is null then 1 else 2 end`)
      .orderBy('sequence', 'desc')
      .limit(limit)
      .offset(offset)
      .execute();
    return { questions: rows.map(questionOf), total, failed: failed ?? 0 };
  },

  async toRun(organisations, limit) {
    if (organisations.length === 0) return [];
    const rows = await db
      .selectFrom('regression_question')
      .selectAll()
      .where('organisation', 'in', organisations)
      .orderBy(sql`coalesce(ran_at, '')`)
      .orderBy('sequence')
      .limit(limit)
      .execute();
    return rows.map(questionOf);
  },

  async ran(id, { at, outcome, cited, passed }) {
    await db
      .updateTable('regression_question')
      .set({
        ran_at: at.toISOString(),
        outcome,
        cited: JSON.stringify(cited),
        passed: Number(passed),
      })
      .where('id', '=', id)
      .execute();
  },

  remove: (organisations, id, who, now) =>
    db.transaction().execute(async (tx) => {
      if (organisations.length === 0) return false;
      const { numDeletedRows } = await tx
        .deleteFrom('regression_question')
        .where('id', '=', id)
        .where('organisation', 'in', organisations)
        .executeTakeFirst();
      if (numDeletedRows !== 1n) return false;
      await addAudit(tx, { at: now, who, did: 'removed-regression', what: id, reason: null });
      return true;
    }),
});

const questionOf = (row: Row): RegressionQuestion => ({
  id: row.id,
  organisation: row.organisation,
  interaction: row.interaction,
  text: row.text,
  staffGroup: StaffGroup.parse(row.staff_group),
  clauses: stored('list of clauses', Clauses, row.clauses),
  by: row.by,
  at: new Date(row.at),
  run:
    row.ran_at === null || row.outcome === null
      ? null
      : {
          at: new Date(row.ran_at),
          outcome: row.outcome,
          cited: stored('list of clauses', Clauses, row.cited ?? '[]'),
          passed: row.passed === 1,
        },
});
