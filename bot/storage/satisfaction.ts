/** How satisfied people were with how their requests ended: rows are only added. */
import type { Kysely } from 'kysely';
import type { ConsoleReading } from '../console/reading';
import type { Satisfaction } from '../feedback/interaction';
import { isoTime } from './stored';
import type { AssistantTables, Tx } from './tables';

export async function keepSatisfaction(tx: Tx, satisfaction: Satisfaction): Promise<void> {
  const { interaction, person, at } = satisfaction;
  const theirs = await tx
    .selectFrom('interaction')
    .select('id')
    .where('id', '=', interaction)
    .where('person', '=', person)
    .executeTakeFirst();
  if (theirs === undefined)
    throw new Error(`A turn rated request ${interaction}, which its person does not have`);
  await tx
    .insertInto('satisfaction')
    .values({ ...satisfaction, at: isoTime(at) })
    .execute();
}

export async function latestScore(
  db: Kysely<AssistantTables>,
  interaction: string,
): Promise<number | null> {
  const row = await db
    .selectFrom('satisfaction')
    .select('score')
    .where('interaction', '=', interaction)
    .where('score', 'is not', null)
    .orderBy('sequence', 'desc')
    .executeTakeFirst();
  return row?.score ?? null;
}

export const satisfactionReading = (
  db: Kysely<AssistantTables>,
): Pick<ConsoleReading, 'satisfaction'> => ({
  async satisfaction({ organisations, except }, interaction) {
    if (organisations.length === 0) return undefined;
    const rows = await db
      .selectFrom('satisfaction')
      .innerJoin('interaction', 'interaction.id', 'satisfaction.interaction')
      .select(['satisfaction.score', 'satisfaction.comment', 'satisfaction.at'])
      .where('satisfaction.interaction', '=', interaction)
      .where('interaction.organisation', 'in', organisations)
      .$if(except.length > 0, (query) => query.where('interaction.person', 'not in', except))
      .orderBy('satisfaction.sequence')
      .execute();
    const newest = rows.at(-1);
    if (newest === undefined) return undefined;
    return {
      score: rows.findLast(({ score }) => score !== null)?.score ?? null,
      comment: rows.findLast(({ comment }) => comment !== null)?.comment ?? null,
      at: new Date(newest.at),
    };
  },
});
