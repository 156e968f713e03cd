/** What the database itself does: one short row, one commit, nothing of ours beside it. */
import { sql, type Kysely } from 'kysely';

/** About what a row of a delivery, a request and a message have together. */
const WORDS = 'x'.repeat(1_000);

/** @returns how many a second reach the disk, with so many callers at once */
export async function rawCommits<Tables>(
  db: Kysely<Tables>,
  many: number,
  inFlight: number,
): Promise<number> {
  await sql`create table if not exists raw_commit (words text not null)`.execute(db);
  const insert = sql`insert into raw_commit (words) values (${WORDS})`.compile(db);
  const started = performance.now();
  await Promise.all(
    Array.from({ length: inFlight }, async (_, lane) => {
      for (let n = lane; n < many; n += inFlight) await db.executeQuery(insert);
    }),
  );
  return perSecond(many, started);
}

/** @param started by `performance.now()` */
export const perSecond = (many: number, started: number): number =>
  (many * 1_000) / (performance.now() - started);
