/** What an empty store of variations starts with. */
import type { Kysely } from 'kysely';
import type { SeedVariation } from '../../knowledge';
import type { AssistantTables } from './tables';
import { variationRow } from './variation-row';

export async function fillEmptyVariations(
  db: Kysely<AssistantTables>,
  seeds: readonly SeedVariation[],
  organisations: readonly string[],
  at: Date,
): Promise<void> {
  const rows = seeds
    .filter(({ organisation }) => organisations.includes(organisation))
    .map((seed) => variationRow({ ...seed, state: 'approved', by: 'seed', at }));
  if (rows.length === 0 || !(await isEmpty(db))) return;
  await db.transaction().execute(async (tx) => {
    if (!(await isEmpty(tx))) return;
    await tx
      .insertInto('variation')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
}

const isEmpty = async (db: Kysely<AssistantTables>): Promise<boolean> =>
  (await db.selectFrom('variation').select('sequence').limit(1).executeTakeFirst()) === undefined;
