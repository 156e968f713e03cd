/**
 * Takes what some people asked and rated out of counted days. Days are counted without saying who
 * asked, so it is looked up by person: there are few of them, and of each a few questions.
 */
import { sql, type Kysely, type Selectable } from 'kysely';
import { startOfDay, today } from '../calendar/days';
import type { Within } from '../directory/people-team';
import { UNANSWERED } from './count-policy-day';
import type { PolicyDayTable } from './policy-day-tables';
import type { AssistantTables } from './tables';

type Day = Selectable<PolicyDayTable>;

/** @param eachFrom days before it stand together, under `since` */
export async function withoutThose(
  db: Kysely<AssistantTables>,
  { organisations, except }: Within,
  since: string,
  eachFrom: string,
  days: readonly Day[],
): Promise<readonly Day[]> {
  if (except.length === 0) return days;
  const asked = await db
    .selectFrom('interaction')
    .select(['organisation', 'policy', 'opened_at', 'outcome', 'rating', 'being_checked'])
    .where('person', 'in', except)
    // Not as columns: SQLite would take an index of them, and go through all that was asked.
    .where(sql<string>`coalesce(organisation, '')`, 'in', organisations)
    .where(sql<string>`coalesce(policy, '')`, '<>', '')
    .where('opened_at', '>=', startOfDay(since).toISOString())
    .execute();
  const left = new Map(days.map((day) => [nameOf(day), { ...day }]));
  for (const { organisation, policy, opened_at, ...one } of asked) {
    const opened = today(new Date(opened_at));
    const day = left.get(nameOf({ organisation, policy, day: opened < eachFrom ? since : opened }));
    if (day !== undefined) takeOut(day, one);
  }
  return [...left.values()].filter((day) => day.asked > 0);
}

const nameOf = (day: Record<'organisation' | 'policy' | 'day', string | null>): string =>
  `${day.organisation ?? ''} ${day.policy ?? ''} ${day.day ?? ''}`;

/** As count-policy-day.ts put it in. */
function takeOut(
  day: Day,
  one: {
    readonly outcome: string;
    readonly rating: string | null;
    readonly being_checked: number;
  },
): void {
  const isUnanswered = one.outcome === UNANSWERED;
  day.asked -= 1;
  day.being_checked -= one.being_checked;
  day.not_covered -= Number(isUnanswered && one.being_checked === 0);
  if (isUnanswered) return;
  if (one.rating === 'yes' || one.rating === 'partly' || one.rating === 'no') day[one.rating] -= 1;
}
