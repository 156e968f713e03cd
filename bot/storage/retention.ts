/** Erases words, and deletes records, that are too old: in small steps, so that no conversation waits for it. */
import { sql, type Kysely } from 'kysely';
import type { Retention } from '../console/reading';
import { deleteRequestsBefore } from './delete-requests';
import { deleteTurnsBefore } from './delete-turns';
import { scrub } from './scrub';
import { deleteDrafts, eraseMessages, eraseRunningContext } from './erase-words';
import type { AssistantTables } from './tables';

const STEP = 100;

/** Where words are kept beside turns: comments of staff, notes and replies of reviewers, what the people team and staff wrote to each other. */
const WRITTEN_BESIDE = [
  ['rating', 'comment'],
  ['satisfaction', 'comment'],
  ['verdict', 'note'],
  ['review_note', 'text'],
  ['feedback_reply', 'text'],
  ['handover_message', 'text'],
] as const;

export const retention = (db: Kysely<AssistantTables>): Retention => ({
  async eraseWordsBefore(day) {
    const before = day.toISOString();
    for (const [table, column] of WRITTEN_BESIDE)
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = null
        where at < ${before} and ${sql.ref(column)} is not null`.execute(db);
    // A draft that nobody came back to holds words too; it was never a request.
    await db
      .transaction()
      .execute((tx) => deleteDrafts(tx, (drafts) => drafts.where('draft.updated_at', '<', before)));
    while ((await eraseContexts(db, before)) === STEP);
    return eraseTurns(db, before);
  },

  deleteTurnsBefore: (day) => deleteTurnsBefore(db, day.toISOString()),

  deleteRequestsBefore: (day) => deleteRequestsBefore(db, day.toISOString()),

  async deleteAuditsBefore(day) {
    const { numDeletedRows } = await db
      .deleteFrom('audit')
      .where('at', '<', day.toISOString())
      .executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  },

  scrub: () => scrub(db),
});

async function eraseTurns(db: Kysely<AssistantTables>, before: string): Promise<number> {
  for (let turns = 0; ;) {
    const messages = await db.transaction().execute(async (tx) => {
      const oldest = await tx
        .selectFrom('message')
        .select(['sequence', 'reply', 'trace', 'kind'])
        .where('at', '<', before)
        .where('erased', '=', 0)
        .orderBy('at')
        .limit(STEP)
        .execute();
      await eraseMessages(tx, oldest);
      return oldest;
    });
    turns += messages.filter(({ kind }) => kind === 'reply').length;
    if (messages.length < STEP) return turns;
  }
}

/** @returns how many conversations were looked at */
const eraseContexts = (db: Kysely<AssistantTables>, before: string): Promise<number> =>
  db.transaction().execute(async (tx) => {
    const idle = await tx
      .selectFrom('conversation')
      .select(['id', 'state', 'version'])
      .where('last_at', '<', before)
      .where('erased', '=', 0)
      .limit(STEP)
      .execute();
    await eraseRunningContext(tx, idle);
    return idle.length;
  });
