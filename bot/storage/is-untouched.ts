/** Whether anybody has ever said, sent or done anything here. */
import type { Kysely } from 'kysely';
import type { AssistantTables } from './tables';

const LIFE = ['conversation', 'message', 'request', 'audit', 'document'] as const;

export async function isUntouched(db: Kysely<AssistantTables>): Promise<boolean> {
  for (const table of LIFE) {
    const row = await db
      .selectFrom(table)
      .select((eb) => eb.lit(1).as('one'))
      .limit(1)
      .executeTakeFirst();
    if (row !== undefined) return false;
  }
  return true;
}
