/** Reads handovers, and keeps what the people team does with them: each step is one transaction, taken once. */
import { sql, type Kysely } from 'kysely';
import type {
  Done,
  Handovers,
  HandoverMessage,
  TeamHandovers,
  TurnAlong,
} from '../conversation/handovers';
import { Reply } from '../conversation/reply';
import type { Within } from '../directory/people-team';
import { lostToAnother } from './dialect';
import { addMessage, endInteraction, handoverOf, handoverRow } from './handover-rows';
import { holdConversations, queueNotices } from './notify';
import { Overtaken } from './overtaken';
import { stored } from './stored';
import type { AssistantTables, HandoverRow, Tx } from './tables';

type Db = Kysely<AssistantTables>;

/** More than a day's talk, and no more than a page can hold. */
const MOST_ALONG = 100;
/** A turn of the same person may end ours at the same moment; twice in a row is a fault. */
const MOST_TRIES = 3;

export const handovers = (db: Db, newId: () => string): Handovers & TeamHandovers => ({
  async openOf(person) {
    const row = await db
      .selectFrom('handover')
      .selectAll()
      .where('person', '=', person)
      .where('state', '<>', 'closed')
      .executeTakeFirst();
    return row && handoverOf(row);
  },

  async find(id) {
    const row = await handoverRow(db, id);
    return row && handoverOf(row);
  },

  take: (id, by, from, notice, now) =>
    changing(db, id, notice, now, newId, async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('handover')
        .set({ state: 'taken', taken_by: by.id, taken_name: by.name })
        .where('id', '=', id)
        .$if(from === null, (query) => query.where('state', '=', 'waiting'))
        .$if(from !== null, (query) =>
          query.where('state', '=', 'taken').where('taken_by', '=', from),
        )
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    }),

  answer: (id, by, message, notice, now) =>
    changing(db, id, notice, now, newId, async (tx) => {
      if (await isWritten(tx, id, message.id)) return 'before';
      const { numUpdatedRows } = await tx
        .updateTable('handover')
        .set((eb) => ({
          from_team: eb('from_team', '+', 1),
          answered_at: eb.fn.coalesce('answered_at', eb.val(now.toISOString())),
          wrote_at: null,
        }))
        .where('id', '=', id)
        .where('state', '=', 'taken')
        .where('taken_by', '=', by.id)
        .executeTakeFirst();
      if (numUpdatedRows !== 1n) return false;
      return addMessage(tx, { ...message, handover: id, author: by.name }, now);
    }),

  close: (id, by, notice, now) =>
    changing(db, id, notice, now, newId, async (tx, { interaction }) => {
      const { numUpdatedRows } = await tx
        .updateTable('handover')
        .set({ state: 'closed', closed_at: now.toISOString(), closed_by: by.name, wrote_at: null })
        .where('id', '=', id)
        .where('state', '=', 'taken')
        .where('taken_by', '=', by.id)
        .executeTakeFirst();
      if (numUpdatedRows === 1n) await endInteraction(tx, interaction, now);
      return numUpdatedRows === 1n;
    }),

  async list(within, show, { limit, offset }) {
    if (within.organisations.length === 0) return { rows: [], total: 0 };
    const { total } = await visible(db, within, show)
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const page = visible(db, within, show).selectAll().limit(limit).offset(offset);
    const ordered =
      show === 'closed'
        ? page.orderBy('closed_at', 'desc')
        : page
            .orderBy(
              sql`case when state = 'waiting' then 0 when wrote_at is not null then 1 else 2 end`,
            )
            // What was opened again waits since then, and what they wrote since they wrote it.
            .orderBy(sql`coalesce(wrote_at, opened_at)`);
    const rows = await ordered.orderBy('sequence').execute();
    return { total, rows: rows.map(handoverOf) };
  },

  async waiting(within) {
    if (within.organisations.length === 0) return 0;
    const { total } = await visible(db, within, 'open')
      .where((eb) => eb.or([eb('state', '=', 'waiting'), eb('wrote_at', 'is not', null)]))
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    return total;
  },

  async read({ organisations, except }, id) {
    const row = await handoverRow(db, id);
    const isTheirs =
      row !== undefined && organisations.includes(row.organisation) && !except.includes(row.person);
    if (!isTheirs) return undefined;
    return {
      handover: handoverOf(row),
      messages: await messagesOf(db, id),
      along: row.along_from === null ? [] : await alongWith(db, row, row.along_from),
    };
  },
});

const isWritten = async (tx: Tx, handover: string, message: string): Promise<boolean> =>
  (await tx
    .selectFrom('handover_message')
    .select('id')
    .where('id', '=', message)
    .where('handover', '=', handover)
    .executeTakeFirst()) !== undefined;

const visible = (db: Db, { organisations, except }: Within, show: 'open' | 'closed') =>
  db
    .selectFrom('handover')
    .where('organisation', 'in', organisations)
    .where('state', show === 'closed' ? '=' : '<>', 'closed')
    .$if(except.length > 0, (query) => query.where('person', 'not in', except));

async function messagesOf(db: Db, id: string): Promise<HandoverMessage[]> {
  const rows = await db
    .selectFrom('handover_message')
    .select(['author', 'text', 'at'])
    .where('handover', '=', id)
    .orderBy('sequence')
    .execute();
  return rows.map(({ author, text, at }) => ({ by: author, text, at: new Date(at) }));
}

/**
 * The turns themselves and no copy of them: what is deleted, or was never kept, is not here either.
 * The talk about the handover is none of it.
 */
async function alongWith(
  db: Db,
  { conversation, person, organisation, along_before }: HandoverRow,
  from: string,
): Promise<TurnAlong[]> {
  const rows = await db
    .selectFrom('message')
    .select(['at', 'said', 'reply'])
    .where('conversation', '=', conversation)
    .where('person', '=', person)
    .where('organisation', '=', organisation)
    .where('kind', '=', 'reply')
    .where('sequence', '<', along_before)
    .where('at', '>=', from)
    .where('erased', '=', 0)
    .where('said', 'is not', null)
    .where('sensitivity', 'in', ['none', 'question'])
    .where('outcome', '<>', 'handover')
    .orderBy('sequence', 'desc')
    .limit(MOST_ALONG)
    .execute();
  return rows.toReversed().map(({ at, said, reply }) => ({
    at: new Date(at),
    said: said ?? '',
    reply: stored('reply', Reply, reply),
  }));
}

/**
 * Changes a handover and tells its person, together.
 * @param change false where it was changed meanwhile; `before` where all of this was done before
 */
async function changing(
  db: Db,
  id: string,
  notice: Reply,
  now: Date,
  newId: () => string,
  change: (tx: Tx, row: HandoverRow) => Promise<boolean | 'before'>,
): Promise<Done> {
  for (let tries = 1; ; tries += 1) {
    try {
      await db.transaction().execute(async (tx) => {
        const row = await handoverRow(tx, id);
        if (row === undefined) throw new Overtaken();
        // Before the handover, as a turn does, so that neither waits for the other.
        const conversations = await holdConversations(tx, [row.person], now);
        const changed = await change(tx, row);
        if (changed === false) throw new Overtaken();
        if (changed === 'before') return;
        await queueNotices(tx, conversations, [{ person: row.person, notice }], now, newId);
      });
      return 'done';
    } catch (error) {
      if (error instanceof Overtaken) return 'overtaken';
      if (!lostToAnother(error) || tries === MOST_TRIES) throw error;
    }
  }
}
