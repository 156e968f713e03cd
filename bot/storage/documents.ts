/** Documents that organisations imported. Rows are only added: an import and a removal are each one more. */
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { DocumentSection, type DocumentStore } from '../../knowledge';
import { fixed } from './fixed';
import { stored } from './stored';
import type { AssistantTables } from './tables';

const Sections = z.array(DocumentSection);

/** Asked with every question of somebody whose organisation we know. */
const countRows = fixed((db, { organisation }: { readonly organisation: string }) =>
  db
    .selectFrom('document')
    .where('organisation', '=', organisation)
    .select((eb) => eb.fn.countAll<number>().as('rows')),
);

export const documents = (db: Kysely<AssistantTables>): DocumentStore => ({
  /** How many rows there are: one that took its number earlier may be committed later, and is a change too. */
  async version(organisation) {
    const { rows } = await countRows(db, { organisation });
    return rows[0]?.rows ?? 0;
  },

  async current(organisation) {
    const rows = await db
      .selectFrom('document')
      .selectAll()
      .where('organisation', '=', organisation)
      .where('state', '=', 'imported')
      .where('sequence', 'in', (eb) =>
        eb
          .selectFrom('document as later')
          .select((last) => last.fn.max('later.sequence').as('sequence'))
          .where('later.organisation', '=', organisation)
          .groupBy('later.name'),
      )
      .execute();
    return rows
      .map(({ name, folder, sha256, title, sections, at }) => ({
        organisation,
        name,
        folder,
        sha256,
        title,
        sections: stored('document', Sections, sections),
        at: new Date(at),
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  },

  async add({ sections, at, ...entry }) {
    await db
      .insertInto('document')
      .values({ ...entry, sections: JSON.stringify(sections), at: at.toISOString() })
      .execute();
  },
});
