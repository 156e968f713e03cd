/** Regression questions: one row each, with what came of asking it last. */
import { sql, type Kysely, type Selectable } from 'kysely';
import { z } from 'zod';
import { StaffGroup } from '../../knowledge';
import type { Regressions } from '../console/regressions';
import type { WithinContent } from '../console/within-content';
import type { RegressionQuestion } from '../feedback/regression';
import { addAudit } from './audit-trail';
import { hold } from './dialect';
import { reviewable } from './reviewable';
import { stored } from './stored';
import type { AssistantTables, Tx } from './tables';

type Row = Selectable<AssistantTables['regression_question']>;

const Clauses = z.array(z.string());

export const regressions = (db: Kysely<AssistantTables>): Regressions => ({
  keep: (within, question, now) =>
    db.transaction().execute(async (tx) => {
      const from = await reviewable(tx, within, question.interaction);
      if (from === undefined) return 'unknown';
      const { staffGroup, clauses, ...rest } = question;
      // Of two at once the second waits, and then sees the first.
      await holdInteraction(tx, question.interaction);
      const kept = await tx
        .selectFrom('regression_question')
        .select('id')
        .where('interaction', '=', question.interaction)
        .executeTakeFirst();
      if (kept !== undefined) return kept.id === question.id ? 'kept' : 'other';
      await tx
        .insertInto('regression_question')
        .values({
          ...rest,
          organisation: from.organisation,
          staff_group: staffGroup,
          clauses: JSON.stringify(clauses),
          at: now.toISOString(),
        })
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

  async list(within, { limit, offset }) {
    if (within.organisations.length === 0) return { questions: [], total: 0, failed: 0 };
    const { total, failed } = await listed(db, within)
      .select((eb) => [
        eb.fn.countAll<number>().as('total'),
        sql<number | null>`sum(case when passed = 0 then 1 else 0 end)`.as('failed'),
      ])
      .executeTakeFirstOrThrow();
    const rows = await listed(db, within)
      .selectAll()
      .orderBy(sql`case when passed = 0 then 0 when passed is null then 1 else 2 end`)
      .orderBy('sequence', 'desc')
      .limit(limit)
      .offset(offset)
      .execute();
    return { questions: rows.map(questionOf), total, failed: failed ?? 0 };
  },

  async toRun(within, limit) {
    if (within.organisations.length === 0) return [];
    const rows = await listed(db, within)
      .selectAll()
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

  remove: (within, id, who, now) =>
    db.transaction().execute(async (tx) => {
      if (within.organisations.length === 0) return false;
      const { numDeletedRows } = await tx
        .deleteFrom('regression_question')
        .where('id', 'in', listed(tx, within).select('id').where('id', '=', id))
        .executeTakeFirst();
      if (numDeletedRows !== 1n) return false;
      await addAudit(tx, { at: now, who, did: 'removed-regression', what: id, reason: null });
      return true;
    }),
});

const listed = (db: Kysely<AssistantTables>, { organisations, except, large }: WithinContent) =>
  db
    .selectFrom('regression_question')
    .where('organisation', 'in', organisations)
    .where((eb) =>
      eb.or([
        eb.exists(
          eb
            .selectFrom('interaction')
            .select('interaction.id')
            .whereRef('interaction.id', '=', 'regression_question.interaction')
            .$if(except.length > 0, (theirs) =>
              theirs.where('interaction.person', 'not in', except),
            ),
        ),
        eb.and([
          eb('interaction', 'is', null),
          large.length === 0 ? eb.lit(false) : eb('organisation', 'in', large),
        ]),
      ]),
    );

const holdInteraction = (tx: Tx, id: string) =>
  hold(tx, tx.selectFrom('interaction').select('id').where('id', '=', id)).execute();

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
