/**
 * What each policy was asked and how it was rated, day by day, so that no page has to count
 * interactions one by one; and which clauses are taken out of answers.
 */
import { sql, type Kysely, type Migration } from 'kysely';
import { z } from 'zod';
import { today } from '../../calendar/days';

const STEP = 500;
const Topics = z.looseObject({ topics: z.array(z.string()).default([]) });

export const policyDays: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('interaction').addColumn('policy', 'text').execute();
    await db.schema
      .createIndex('interaction_of_policy')
      .on('interaction')
      .columns(['organisation', 'policy', 'opened_at'])
      .execute();
    // Few messages are in it, so that keeping it costs nearly nothing.
    await db.schema
      .createIndex('message_not_covered')
      .on('message')
      .columns(['organisation', 'at'])
      .where(sql.ref('outcome'), '=', sql.lit('not-covered'))
      .execute();
    await db.schema
      .createTable('policy_day')
      .addColumn('organisation', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('policy', 'text', (column) => column.notNull())
      .addColumn('asked', 'integer', (column) => column.notNull())
      .addColumn('not_covered', 'integer', (column) => column.notNull())
      .addColumn('yes', 'integer', (column) => column.notNull())
      .addColumn('partly', 'integer', (column) => column.notNull())
      .addColumn('no', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('policy_day_key', ['organisation', 'day', 'policy'])
      .execute();
    await db.schema
      .createTable('withheld_clause')
      .addColumn('organisation', 'text', (column) => column.notNull())
      .addColumn('clause', 'text', (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('who', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('withheld_clause_key', ['organisation', 'clause'])
      .execute();
    await namePolicies(db);
    await countDays(db);
  },
};

/** A question is about the first topic of the reply that it got. */
async function namePolicies(db: Kysely<unknown>): Promise<void> {
  for (let after = 0; ;) {
    const { rows } = await sql<{ sequence: number; interaction: string; reply: string }>`
      select sequence, interaction, reply from message
      where interaction is not null and kind = 'reply' and sequence > ${after}
      order by sequence limit ${STEP}`.execute(db);
    for (const { interaction, reply } of rows) {
      const [policy] = Topics.safeParse(JSON.parse(reply)).data?.topics ?? [];
      if (policy === undefined) continue;
      await sql`update interaction set policy = ${policy}
        where id = ${interaction} and kind = 'question' and policy is null`.execute(db);
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.sequence;
  }
}

interface Asked {
  readonly organisation: string;
  readonly policy: string;
  readonly opened_at: string;
  readonly outcome: string;
  readonly rating: string | null;
}

async function countDays(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<Asked>`
    select organisation, policy, opened_at, outcome, rating from interaction
    where policy is not null and organisation is not null`.execute(db);
  for (const { organisation, policy, opened_at, outcome, rating } of rows) {
    const count = (name: string): number => (rating === name ? 1 : 0);
    await sql`insert into policy_day
      (organisation, day, policy, asked, not_covered, yes, partly, no)
      values (${organisation}, ${today(new Date(opened_at))}, ${policy}, 1,
        ${outcome === 'not-covered' ? 1 : 0}, ${count('yes')}, ${count('partly')}, ${count('no')})
      on conflict (organisation, day, policy) do update set
        asked = policy_day.asked + 1,
        not_covered = policy_day.not_covered + excluded.not_covered,
        yes = policy_day.yes + excluded.yes,
        partly = policy_day.partly + excluded.partly,
        no = policy_day.no + excluded.no`.execute(db);
  }
}
