/** Which interactions a reviewer may do something about: those of their organisations, less those that are not for them. */
import type { Selectable } from 'kysely';
import type { Within } from '../directory/people-team';
import { hold } from './dialect';
import type { AssistantTables, Tx } from './tables';

type InteractionRow = Selectable<AssistantTables['interaction']>;
export type ReviewableRow = InteractionRow & { readonly organisation: string };

export async function reviewable(
  tx: Tx,
  { organisations, except }: Within,
  interaction: string,
): Promise<ReviewableRow | undefined> {
  if (organisations.length === 0) return undefined;
  const row = await tx
    .selectFrom('interaction')
    .selectAll()
    .where('id', '=', interaction)
    .where('organisation', 'in', organisations)
    .$if(except.length > 0, (query) => query.where('person', 'not in', except))
    .executeTakeFirst();
  return row?.organisation == null ? undefined : { ...row, organisation: row.organisation };
}

/** Held in the order in which a turn that rates takes the rows. */
export async function holdReviewed(
  tx: Tx,
  within: Within,
  interaction: string,
): Promise<ReviewableRow | undefined> {
  const row = await reviewable(tx, within, interaction);
  if (row === undefined) return undefined;
  await hold(
    tx,
    tx
      .selectFrom('transcript')
      .select('conversation')
      .where('conversation', '=', row.conversation)
      .where('organisation', '=', row.organisation),
  ).execute();
  return row;
}
