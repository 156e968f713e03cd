/** Deletes what is left of old turns once their words are gone: when, which outcome, which rating. */
import type { Kysely } from 'kysely';
import { today } from '../calendar/days';
import { deleteInteractions } from './delete-interactions';
import type { AssistantTables, Tx } from './tables';

const STEP = 100;

/** Messages are numbered in the order of their times, so that the oldest need not be looked for. @returns how many went */
export async function deleteTurnsBefore(
  db: Kysely<AssistantTables>,
  before: string,
): Promise<number> {
  await db
    .deleteFrom('policy_day')
    .where('day', '<', today(new Date(before)))
    .execute();
  // That somebody wants no mails stands until they say otherwise.
  await db
    .deleteFrom('mail_notice')
    .where('stopped_at', 'is', null)
    .where((eb) => eb(eb.fn.coalesce('waiting_since', 'mailed_at', eb.val('')), '<', before))
    .execute();
  await db.deleteFrom('phone_call').where('ended_at', '<', before).execute();
  for (let gone = 0; ;) {
    const old = await db.transaction().execute(async (tx) => {
      const oldest = await tx
        .selectFrom('message')
        .select(['sequence', 'conversation', 'interaction', 'at'])
        .orderBy('sequence')
        .limit(STEP)
        .execute();
      const messages = oldest.filter(({ at }) => at < before);
      if (messages.length > 0) await deleteTurns(tx, messages, before);
      return messages.length;
    });
    gone += old;
    if (old < STEP) return gone;
  }
}

interface OldTurn {
  readonly sequence: number;
  readonly conversation: string;
  readonly interaction: string | null;
}

async function deleteTurns(tx: Tx, turns: readonly OldTurn[], before: string): Promise<void> {
  const conversations = [...new Set(turns.map(({ conversation }) => conversation))];
  // In the order in which a turn takes them: first the conversation.
  await tx
    .updateTable('conversation')
    .set((eb) => ({ version: eb('version', '+', 0) }))
    .where('id', 'in', conversations.toSorted())
    .execute();
  await tx
    .deleteFrom('message')
    .where(
      'sequence',
      'in',
      turns.map(({ sequence }) => sequence),
    )
    .execute();
  await deleteHandovers(tx, conversations, before);
  await deleteInteractions(tx, await endedOf(tx, turns, before));
  await deleteEmpty(tx, conversations);
}

/** A request that is still kept keeps its interaction. */
async function endedOf(tx: Tx, turns: readonly OldTurn[], before: string): Promise<string[]> {
  const ids = turns.flatMap(({ interaction }) => interaction ?? []);
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('interaction')
    .leftJoin('request', 'request.draft', 'interaction.id')
    .leftJoin('handover', 'handover.interaction', 'interaction.id')
    .select('interaction.id')
    .where('interaction.id', 'in', ids)
    .where('interaction.opened_at', '<', before)
    .where('request.id', 'is', null)
    .where('handover.id', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}

async function deleteHandovers(
  tx: Tx,
  conversations: readonly string[],
  before: string,
): Promise<void> {
  const old = await tx
    .selectFrom('handover')
    .select('id')
    .where('conversation', 'in', conversations)
    .where('state', '=', 'closed')
    .where('closed_at', '<', before)
    .execute();
  if (old.length === 0) return;
  const ids = old.map(({ id }) => id);
  await tx.deleteFrom('handover_message').where('handover', 'in', ids).execute();
  await tx.deleteFrom('handover').where('id', 'in', ids).execute();
}

/** Conversations in which nothing is left, and their lines in the list of transcripts. */
async function deleteEmpty(tx: Tx, conversations: readonly string[]): Promise<void> {
  const rows = await tx
    .selectFrom('conversation')
    .leftJoin('message', 'message.conversation', 'conversation.id')
    .leftJoin('handover', 'handover.conversation', 'conversation.id')
    .select('conversation.id')
    .where('conversation.id', 'in', conversations)
    .where('message.sequence', 'is', null)
    .where('handover.id', 'is', null)
    .execute();
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await tx.deleteFrom('transcript').where('conversation', 'in', ids).execute();
  await tx.deleteFrom('conversation').where('id', 'in', ids).execute();
}
