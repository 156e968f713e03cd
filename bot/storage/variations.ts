/** Organisations' own wording. Rows are only added: a publish, a draft and a withdrawal are each one more. */
import { sql, type Kysely } from 'kysely';
import type { SeedVariation, VariationStore } from '../../knowledge';
import { fixed } from './fixed';
import { fillEmptyVariations } from './fill-empty-variations';
import type { AssistantTables } from './tables';
import { clausesIn, variationEntry, variationRow } from './variation-row';

export interface StoredVariations extends VariationStore {
  /**
   * All of the seeds or none, and never twice: where several processes start at once, one writes
   * them. A store that holds anything is left as it is, so that what was withdrawn stays away.
   *
   * @param organisations whose seeds are wanted: those of the directory
   */
  fillIfEmpty(
    seeds: readonly SeedVariation[],
    organisations: readonly string[],
    at: Date,
  ): Promise<void>;
}

/** Asked with every question of somebody whose organisation we know. */
const countSettled = fixed((db, { organisation }: { readonly organisation: string }) =>
  settledOf(db, organisation).select((eb) => eb.fn.countAll<number>().as('settled')),
);

export const variations = (db: Kysely<AssistantTables>): StoredVariations => ({
  fillIfEmpty: (seeds, organisations, at) => fillEmptyVariations(db, seeds, organisations, at),

  /**
   * How many there are, not the last number: a process that took its number earlier may commit
   * later, and its row must count as a change too.
   */
  async version(organisation) {
    const { rows } = await countSettled(db, { organisation });
    return rows[0]?.settled ?? 0;
  },

  async current(organisation) {
    const rows = await settledOf(db, organisation)
      .select(['state', 'clauses'])
      .where('sequence', 'in', (eb) =>
        eb
          .selectFrom('variation as later')
          .select((last) => last.fn.max('later.sequence').as('sequence'))
          .where('later.organisation', '=', organisation)
          .where(sql.ref('later.state'), '<>', sql.lit('draft'))
          .groupBy('later.policy'),
      )
      .orderBy('sequence')
      .execute();
    return rows.flatMap(({ state, clauses }) => (state === 'approved' ? clausesIn(clauses) : []));
  },

  async add(entry) {
    await db.insertInto('variation').values(variationRow(entry)).execute();
  },

  async history(organisation) {
    const rows = await db
      .selectFrom('variation')
      .selectAll()
      .where('organisation', '=', organisation)
      .orderBy('sequence')
      .execute();
    return rows.map(variationEntry);
  },
});

/** Written out, not bound: only so does the database see that its index of settled rows will do. */
const settledOf = (db: Kysely<AssistantTables>, organisation: string) =>
  db
    .selectFrom('variation')
    .where('organisation', '=', organisation)
    .where(sql.ref('state'), '<>', sql.lit('draft'));
