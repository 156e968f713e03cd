/** What the list of conversations is filtered by stands in its rows: see `TranscriptTable`. */
import { sql } from 'kysely';
import type { Tx } from './tables';

/** The transcript's row was written with the turn, before its effects. */
export async function noteWorstRating(
  tx: Tx,
  conversation: string,
  organisation: string | null,
): Promise<void> {
  if (organisation === null) return;
  const { worst, to_review } = await tx
    .selectFrom('interaction')
    .select([
      sql<
        number | null
      >`max(case rating when 'no' then 3 when 'partly' then 2 when 'yes' then 1 end)`.as('worst'),
      sql<
        number | null
      >`max(case when rating in ('no', 'partly') and verdict is null then 1 else 0 end)`.as(
        'to_review',
      ),
    ])
    .where('conversation', '=', conversation)
    .where('organisation', '=', organisation)
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('transcript')
    .set({ worst, to_review: to_review ?? 0 })
    .where('conversation', '=', conversation)
    .where('organisation', '=', organisation)
    .execute();
}
