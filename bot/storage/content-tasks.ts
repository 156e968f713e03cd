/** Tasks for policy owners, with the interactions that led to them. */
import type { ExpressionBuilder, Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import type { ContentTasks } from '../console/content-tasks';
import type { WithinContent } from '../console/within-content';
import type { Within } from '../directory/people-team';
import { ContentTaskState, type ContentTask } from '../feedback/content-task';
import { addAudit } from './audit-trail';
import { reviewable } from './reviewable';
import type { AssistantTables, Tx } from './tables';

type Row = Selectable<AssistantTables['content_task']>;

const Cause = z.enum(['clause-missing', 'clause-unclear']);
const OPEN = ['open', 'being-written'] as const;

export const contentTasks = (db: Kysely<AssistantTables>): ContentTasks => ({
  open: (within, { interaction, ...task }, now) =>
    db.transaction().execute(async (tx) => {
      const from = await reviewable(tx, within, interaction);
      if (from === undefined) return 'unknown';
      const { organisation, conversation } = from;
      await tx
        .insertInto('content_task')
        .values({ ...task, organisation, state: 'open', at: now.toISOString() })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const id = await openTask(tx, { ...task, organisation });
      if (id === undefined) return 'closed';
      await tx
        .insertInto('content_task_answer')
        .values({ task: id, interaction })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const who = task.by;
      const once = `content-task:${id} ${interaction}`;
      const did = 'opened-content-task';
      await addAudit(tx, { at: now, who, did, what: conversation, reason: task.policy, once });
      return 'opened';
    }),

  async list(within, show, { limit, offset }) {
    if (within.organisations.length === 0) return { tasks: [], total: 0 };
    const some = visible(db, within).where('state', show === 'open' ? 'in' : 'not in', OPEN);
    const { total } = await some
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const rows = await some
      .selectAll()
      .$if(show === 'open', (query) =>
        query.orderBy(
          (eb) => answersTo(eb, within).select((each) => each.fn.countAll<number>().as('times')),
          'desc',
        ),
      )
      .orderBy('changed_at', 'desc')
      .orderBy('sequence', 'desc')
      .limit(limit)
      .offset(offset)
      .execute();
    return { total, tasks: await withAnswers(db, rows, within) };
  },

  async find(within, id) {
    if (within.organisations.length === 0) return undefined;
    const row = await visible(db, within).selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? undefined : (await withAnswers(db, [row], within))[0];
  },

  move: (within, id, to, from, { now, who }) =>
    db.transaction().execute(async (tx) => {
      if (within.organisations.length === 0) return 'unknown';
      const row = await visible(tx, within).select('id').where('id', '=', id).executeTakeFirst();
      if (row === undefined) return 'unknown';
      const { numUpdatedRows } = await tx
        .updateTable('content_task')
        .set({ ...to, changed_by: who, changed_at: now.toISOString() })
        .where('id', '=', id)
        .where('state', '=', from)
        .executeTakeFirst();
      if (numUpdatedRows !== 1n) return 'overtaken';
      await addAudit(tx, { at: now, who, did: 'moved-content-task', what: id, reason: to.state });
      return 'moved';
    }),
});

/** Those to which somebody led of whom the reader may know; see `WithinContent` for those of nobody. */
const visible = (db: Kysely<AssistantTables>, within: WithinContent) =>
  db
    .selectFrom('content_task')
    .where('organisation', 'in', within.organisations)
    .where((eb) =>
      eb.or([
        eb.exists(answersTo(eb, within).select('answer.task')),
        eb.and([
          eb.not(eb.exists(answersTo(eb, { except: [] }).select('answer.task'))),
          within.large.length === 0 ? eb.lit(false) : eb('organisation', 'in', within.large),
        ]),
      ]),
    );

const answersTo = (
  eb: ExpressionBuilder<AssistantTables, 'content_task'>,
  { except }: Pick<Within, 'except'>,
) =>
  eb
    .selectFrom('content_task_answer as answer')
    .innerJoin('interaction', 'interaction.id', 'answer.interaction')
    .whereRef('answer.task', '=', 'content_task.id')
    .$if(except.length > 0, (query) => query.where('interaction.person', 'not in', except));

/** The organisation's open one for the same gap: this form's or another. Undefined where this form's is closed. */
async function openTask(
  tx: Tx,
  { organisation, policy, cause }: Pick<Row, 'organisation' | 'policy' | 'cause'>,
): Promise<string | undefined> {
  const open = await tx
    .selectFrom('content_task')
    .select('id')
    .where('organisation', '=', organisation)
    .where('policy', '=', policy)
    .where('cause', '=', cause)
    .where('state', 'in', OPEN)
    .executeTakeFirst();
  return open?.id;
}

async function withAnswers(
  db: Kysely<AssistantTables>,
  rows: readonly Row[],
  { except }: Pick<Within, 'except'>,
): Promise<ContentTask[]> {
  if (rows.length === 0) return [];
  const answers = await db
    .selectFrom('content_task_answer')
    .innerJoin('interaction', 'interaction.id', 'content_task_answer.interaction')
    .leftJoin('feedback_reply', 'feedback_reply.interaction', 'content_task_answer.interaction')
    .select(['content_task_answer.task', 'interaction.id', 'interaction.person'])
    .select(['feedback_reply.asked_at', 'feedback_reply.at'])
    .where(
      'content_task_answer.task',
      'in',
      rows.map(({ id }) => id),
    )
    .$if(except.length > 0, (query) => query.where('interaction.person', 'not in', except))
    .orderBy('interaction.opened_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    organisation: row.organisation,
    policy: row.policy,
    cause: Cause.parse(row.cause),
    owner: row.owner,
    state: ContentTaskState.parse(row.state),
    reason: row.reason,
    by: row.by,
    at: new Date(row.at),
    changedBy: row.changed_by,
    changedAt: row.changed_at === null ? null : new Date(row.changed_at),
    answers: answers
      .filter(({ task }) => task === row.id)
      .map(({ id, person, asked_at, at }) => ({
        interaction: id,
        person,
        waitsForReply: asked_at !== null && at === null,
      })),
  }));
}
