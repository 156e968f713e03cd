/**
 * A policy is rated by what it answered. Ratings of questions that nobody could answer leave its
 * days; questions whose clause is being checked are counted apart from those it does not cover;
 * and what one person asked is found at once, since some readers may not count it. Whoever was
 * promised a reply waits in the queue again.
 */
import { sql, type Kysely, type Migration } from 'kysely';
import { today } from '../../calendar/days';

export const ratingsOfAnswersOnly: Migration = {
  async up(db: Kysely<unknown>) {
    for (const table of ['interaction', 'policy_day'])
      await db.schema
        .alterTable(table)
        .addColumn('being_checked', 'integer', (column) => column.notNull().defaultTo(0))
        .execute();
    await db.schema
      .createIndex('interaction_of_person')
      .on('interaction')
      .columns(['person', 'opened_at'])
      .execute();
    await sql`update interaction set being_checked = 1
      where outcome = 'not-covered' and id in (
        select interaction from message
        where outcome = 'not-covered' and interaction is not null
          and trace like '%"not-covered: being-checked"%')`.execute(db);
    await countAgain(db);
    await sql`update review_item set state = 'new'
      where reply = 'asked' and state in ('done', 'passed-over')`.execute(db);
  },
};

interface Unanswered {
  readonly organisation: string;
  readonly policy: string;
  readonly opened_at: string;
  readonly rating: string | null;
  readonly being_checked: number;
}

async function countAgain(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<Unanswered>`
    select organisation, policy, opened_at, rating, being_checked from interaction
    where outcome = 'not-covered' and policy is not null and organisation is not null
      and (rating is not null or being_checked = 1)`.execute(db);
  for (const { organisation, policy, opened_at, rating, being_checked } of rows) {
    const less = (name: string): number => (rating === name ? 1 : 0);
    await sql`update policy_day set
        being_checked = being_checked + ${being_checked}, not_covered = not_covered - ${being_checked},
        yes = yes - ${less('yes')}, partly = partly - ${less('partly')}, no = no - ${less('no')}
      where organisation = ${organisation} and policy = ${policy}
        and day = ${today(new Date(opened_at))}`.execute(db);
  }
}
