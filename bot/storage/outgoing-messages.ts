/** Messages on their way to a door: lent in order, at most one a conversation at a time. */
import type { ExpressionBuilder, Kysely, Selectable } from 'kysely';
import type { Door } from '../conversation/turn';
import { Reply } from '../conversation/reply';
import {
  sentWith,
  type HistoryItem,
  type OutgoingMessage,
  type OutgoingMessages,
} from '../conversation/outgoing';
import { takeUnlocked } from './dialect';
import { fixed } from './fixed';
import { DoorName, ReturnAddressJson, stored } from './stored';
import type { AssistantTables, MessageTable } from './tables';
import type { WriteTogether } from './write-together';

/** A door that says nothing for so long has died, and the message is lent again. */
const LOAN_MS = 60_000;

export const outgoingMessages = (
  db: Kysely<AssistantTables>,
  write: WriteTogether,
): OutgoingMessages => ({
  async claim(door, now, limit) {
    await write.flush();
    return claim(db, door, now, limit);
  },

  async sent(id, now, channelId, wordsId = null) {
    // Were the mark lost with the machine, the message would be sent again: it may be.
    await write.lightly((tx) => markSent(tx, { id, channelId, wordsId, at: now.toISOString() }));
  },

  async retryAt(id, when, reason) {
    await write.flush();
    await db
      .updateTable('message')
      .set({ due_at: when.toISOString(), trouble: reason })
      .where('id', '=', id)
      .where('due_at', 'is not', null)
      .execute();
  },

  async giveUp(id, reason) {
    await write.flush();
    await db
      .updateTable('message')
      .set({ due_at: null, trouble: reason })
      .where('id', '=', id)
      .where('due_at', 'is not', null)
      .execute();
  },

  history: (conversation, after, limit) => history(db, conversation, after, limit),

  async interactionOf(conversation, channelId) {
    await write.flush();
    const row = await db
      .selectFrom('message')
      .select('interaction')
      .where('conversation', '=', conversation)
      .where((eb) => eb.or([eb('channel_id', '=', channelId), eb('words_id', '=', channelId)]))
      .executeTakeFirst();
    return row?.interaction ?? undefined;
  },

  async shownAs(conversation, channelId) {
    await write.flush();
    const row = await db
      .selectFrom('message')
      .select(['id', 'reply'])
      .where('conversation', '=', conversation)
      .where('channel_id', '=', channelId)
      .executeTakeFirst();
    return row && { id: row.id, reply: stored('reply', Reply, row.reply) };
  },
});

interface Sent {
  readonly id: string;
  readonly at: string;
  readonly channelId: string | null;
  readonly wordsId: string | null;
}

const markSent = fixed((db, { id, at, channelId, wordsId }: Sent) =>
  db
    .updateTable('message')
    .set({ due_at: null, sent_at: at, channel_id: channelId, words_id: wordsId, trouble: null })
    .where('id', '=', id),
);

const earlierUnsent = (eb: ExpressionBuilder<AssistantTables, 'message'>) =>
  eb
    .selectFrom('message as earlier')
    .select('earlier.sequence')
    .whereRef('earlier.conversation', '=', 'message.conversation')
    .whereRef('earlier.sequence', '<', 'message.sequence')
    .where('earlier.due_at', 'is not', null);

async function claim(
  db: Kysely<AssistantTables>,
  door: Door,
  now: Date,
  limit: number,
): Promise<OutgoingMessage[]> {
  const rows = await db
    .with('next', (cte) =>
      takeUnlocked(
        db,
        cte
          .selectFrom('message')
          .select('message.sequence')
          .where('message.door', 'in', sentWith(door))
          .where('message.due_at', '<=', now.toISOString())
          // One on loan, or waiting to be tried again, holds up those after it: order is promised.
          .where((eb) => eb.not(eb.exists(earlierUnsent(eb))))
          .orderBy('message.sequence')
          .limit(limit),
      ),
    )
    .updateTable('message')
    .set((eb) => ({
      due_at: new Date(now.getTime() + LOAN_MS).toISOString(),
      attempts: eb('message.attempts', '+', 1),
    }))
    .where('message.sequence', 'in', (eb) => eb.selectFrom('next').select('next.sequence'))
    .returningAll()
    .returning((eb) =>
      eb
        .selectFrom('conversation')
        .select('return_address')
        .whereRef('conversation.id', '=', 'message.conversation')
        .as('return_address'),
    )
    .execute();
  return rows.map(outgoingMessage).sort((a, b) => a.sequence - b.sequence);
}

const outgoingMessage = (
  row: Selectable<MessageTable> & { return_address: string | null },
): OutgoingMessage => ({
  id: row.id,
  sequence: row.sequence,
  conversation: row.conversation,
  door: DoorName.parse(row.door),
  person: row.person,
  kind: kindOf(row.kind),
  reply: stored('reply', Reply, row.reply),
  inReplyTo: row.in_reply_to,
  returnAddress:
    row.return_address === null
      ? null
      : stored('return address', ReturnAddressJson, row.return_address),
  attempts: row.attempts - 1,
  at: new Date(row.at),
});

const kindOf = (kind: string): 'reply' | 'notice' => (kind === 'notice' ? 'notice' : 'reply');

async function history(
  db: Kysely<AssistantTables>,
  conversation: string,
  after: number,
  limit: number,
): Promise<HistoryItem[]> {
  const rows = await db
    .selectFrom('message')
    .select(['sequence', 'at', 'kind', 'said', 'reply'])
    .where('conversation', '=', conversation)
    .where('sequence', '>', after)
    .orderBy('sequence')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    sequence: row.sequence,
    at: new Date(row.at),
    kind: kindOf(row.kind),
    said: row.said,
    reply: stored('reply', Reply, row.reply),
  }));
}
