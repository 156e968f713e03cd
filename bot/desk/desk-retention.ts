/**
 * What the desk keeps no longer: requests that ended long ago, and those of somebody who has left
 * and asked for it. A request that has not ended is work that was promised, and stays.
 */
import type { Kysely, Transaction } from 'kysely';
import { scrub } from '../storage/scrub';
import type { DeskFiles } from './desk-files';
import type { Erased, Erasure } from './desk-erasure';
import type { DeskTables } from './desk-tables';

const STEP = 100;
const ENDED = ['declined', 'done'] as const;

export interface DeskRetention {
  /** To which nothing has happened since. @returns how many */
  deleteEndedBefore(day: Date): Promise<number>;
  /** The same again changes nothing more. */
  erase(erasure: Erasure, now: Date): Promise<Erased>;
  /** Sees to it that what was deleted is nowhere left in the store. */
  scrub(): Promise<void>;
}

export const deskRetention = (
  db: Kysely<DeskTables>,
  files: Pick<DeskFiles, 'drop'>,
): DeskRetention => ({
  async deleteEndedBefore(day) {
    const before = day.toISOString();
    for (let gone = 0; ;) {
      const references = await db
        .transaction()
        .execute(async (transaction) =>
          deleteRequests(transaction, await old(transaction, before)),
        );
      gone += references.length;
      if (references.length < STEP) return gone;
    }
  },

  async erase({ person, organisations, look }, now) {
    const done = await db.transaction().execute(async (transaction) => {
      const theirs = await transaction
        .selectFrom('desk_requests')
        .select(['reference', 'status', 'requester'])
        .where('organisation', 'in', organisations)
        .where((eb) =>
          eb.or([eb('requester', '=', person), eb('requester_email', '=', person.toLowerCase())]),
        )
        .execute();
      const ended = theirs.filter(({ status }) => isEnded(status));
      const references = look ? [] : ended.map(({ reference }) => reference);
      const held = await filesOf(transaction, references);
      await deleteRequests(transaction, references);
      return {
        held,
        people: [...new Set(theirs.map(({ requester }) => requester))],
        erased: ended.length,
        open: theirs.length - ended.length,
      };
    });
    const { held, ...told } = done;
    if (look) return told;
    await files.drop(held, now);
    await scrub(db);
    return told;
  },

  scrub: () => scrub(db),
});

const isEnded = (status: string): boolean => ENDED.some((ended) => ended === status);

async function old(transaction: Transaction<DeskTables>, before: string): Promise<string[]> {
  const rows = await transaction
    .selectFrom('desk_requests as r')
    .select('r.reference')
    .where('r.status', 'in', ENDED)
    .where('r.received_at', '<', before)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('desk_events as e')
            .select('e.number')
            .whereRef('e.reference', '=', 'r.reference')
            .where('e.at', '>=', before),
        ),
      ),
    )
    .orderBy('r.received_at')
    .limit(STEP)
    .execute();
  return rows.map(({ reference }) => reference);
}

/** Numbers that were given out are not given again: whoever follows the desk goes on where they were. */
async function deleteRequests(
  transaction: Transaction<DeskTables>,
  references: readonly string[],
): Promise<readonly string[]> {
  if (references.length === 0) return [];
  for (const table of ['desk_files', 'desk_events', 'desk_requests'] as const)
    await transaction.deleteFrom(table).where('reference', 'in', references).execute();
  return references;
}

async function filesOf(
  transaction: Transaction<DeskTables>,
  references: readonly string[],
): Promise<readonly string[]> {
  if (references.length === 0) return [];
  const rows = await transaction
    .selectFrom('desk_files')
    .select('file')
    .where('reference', 'in', references)
    .execute();
  return rows.map(({ file }) => file);
}
