/**
 * Writes a turn, in an order that matters: first the conversation's row, whose lock makes the
 * turns of one conversation queue up (so that its messages get their sequence numbers in the
 * order in which they become visible), then the message, then the effects.
 */
import { sql } from 'kysely';
import { isSentTo } from '../conversation/outgoing';
import type { Commit, Committed } from '../conversation/store';
import { applyEffect } from './apply-effect';
import { fixed } from './fixed';
import { Overtaken } from './overtaken';
import { holdCall } from './phone-calls';
import type { Tx } from './tables';

/** @throws Overtaken where the conversation moved on, or this message was committed before */
export async function writeTurn(tx: Tx, commit: Commit, newId: () => string): Promise<Committed> {
  const outgoing = newId();
  await saveConversation(tx, commit);
  await holdCall(tx, commit);
  const sequence = await saveMessage(tx, commit, outgoing);
  await saveTranscript(tx, commit, sequence);
  for (const effect of commit.effects) {
    await applyEffect(tx, effect, commit, sequence, newId);
  }
  return { kind: 'committed', outgoing };
}

async function saveConversation(tx: Tx, commit: Commit): Promise<void> {
  const forgets = commit.effects.some(({ kind }) => kind === 'conversations-deleted');
  const save = commit.expectedVersion === 0 ? insertConversation : updateConversation;
  const { numAffectedRows } = await save(tx, {
    id: commit.conversation,
    door: commit.door,
    person: commit.person,
    organisation: commit.organisation ?? null,
    state: JSON.stringify(forgets ? { ...commit.state, last: null, offered: null } : commit.state),
    version: commit.expectedVersion + 1,
    expected: commit.expectedVersion,
    at: commit.at.toISOString(),
    address: commit.returnAddress && JSON.stringify(commit.returnAddress),
  });
  if (numAffectedRows !== 1n) throw new Overtaken();
}

interface ConversationValues {
  readonly id: string;
  readonly door: Commit['door'];
  readonly person: string;
  readonly organisation: string | null;
  readonly state: string;
  readonly version: number;
  readonly expected: number;
  readonly at: string;
  readonly address: string | null;
}

const insertConversation = fixed((db, values: ConversationValues) =>
  db
    .insertInto('conversation')
    .values({
      id: values.id,
      door: values.door,
      person: values.person,
      organisation: values.organisation,
      state: values.state,
      version: values.version,
      last_at: values.at,
      erased: 0,
      return_address: values.address,
    })
    .onConflict((conflict) => conflict.doNothing()),
);

const updateConversation = fixed((db, values: ConversationValues) =>
  db
    .updateTable('conversation')
    .set((eb) => ({
      door: values.door,
      person: values.person,
      organisation: values.organisation,
      state: values.state,
      version: values.version,
      last_at: values.at,
      erased: 0,
      // A turn of another door has none, and the one we know stays.
      return_address: eb.fn.coalesce(eb.val(values.address), 'return_address'),
    }))
    .where('id', '=', values.id)
    .where('version', '=', values.expected),
);

/** @returns the message's sequence number */
async function saveMessage(tx: Tx, commit: Commit, id: string): Promise<number> {
  const at = commit.at.toISOString();
  const toBeSent = isSentTo(commit.door);
  const { rows } = await insertMessage(tx, {
    id,
    conversation: commit.conversation,
    door: commit.door,
    message: commit.message,
    person: commit.person,
    organisation: commit.organisation ?? null,
    said: mayKeepWords(commit.sensitivity) ? commit.said : null,
    sensitivity: commit.sensitivity,
    outcome: commit.reply.outcome,
    reply: JSON.stringify(commit.reply),
    trace: JSON.stringify(commit.trace),
    interaction: commit.interaction,
    at,
    due: toBeSent ? commit.handedOverBy.toISOString() : null,
    sent: toBeSent ? null : at,
    helper: commit.call?.helper.id ?? null,
  });
  const [row] = rows;
  if (row === undefined) throw new Overtaken();
  return row.sequence;
}

interface MessageValues {
  readonly id: string;
  readonly conversation: string;
  readonly door: Commit['door'];
  readonly message: string;
  readonly person: string;
  readonly organisation: string | null;
  readonly said: string | null;
  readonly sensitivity: Commit['sensitivity'];
  readonly outcome: string;
  readonly reply: string;
  readonly trace: string;
  readonly interaction: string | null;
  readonly at: string;
  readonly due: string | null;
  readonly sent: string | null;
  readonly helper: string | null;
}

const insertMessage = fixed((db, values: MessageValues) =>
  db
    .insertInto('message')
    .values({
      id: values.id,
      conversation: values.conversation,
      door: values.door,
      kind: 'reply',
      in_reply_to: values.message,
      person: values.person,
      organisation: values.organisation,
      said: values.said,
      sensitivity: values.sensitivity,
      outcome: values.outcome,
      reply: values.reply,
      trace: values.trace,
      interaction: values.interaction,
      at: values.at,
      erased: 0,
      due_at: values.due,
      attempts: 0,
      sent_at: values.sent,
      helper: values.helper,
    })
    .onConflict((conflict) => conflict.columns(['conversation', 'in_reply_to']).doNothing())
    .returning('sequence'),
);

/** A promise to staff, kept here too, whatever the caller hands over. */
const mayKeepWords = (sensitivity: Commit['sensitivity']): boolean =>
  sensitivity !== 'life-at-risk' && sensitivity !== 'disclosure';

/** Nobody may read the transcripts of people without an organisation, so none is listed. */
async function saveTranscript(tx: Tx, commit: Commit, sequence: number): Promise<void> {
  if (commit.organisation === undefined) return;
  await upsertTranscript(tx, {
    conversation: commit.conversation,
    organisation: commit.organisation,
    person: commit.person,
    door: commit.door,
    sequence,
    at: commit.at.toISOString(),
    outcomes: `|${commit.reply.outcome}|`,
    more: `${commit.reply.outcome}|`,
    like: `%|${commit.reply.outcome}|%`,
  });
}

interface TranscriptValues {
  readonly conversation: string;
  readonly organisation: string;
  readonly person: string;
  readonly door: Commit['door'];
  readonly sequence: number;
  readonly at: string;
  readonly outcomes: string;
  readonly more: string;
  readonly like: string;
}

const upsertTranscript = fixed((db, values: TranscriptValues) => {
  const latest = {
    person: values.person,
    door: values.door,
    last_sequence: values.sequence,
    last_at: values.at,
  };
  return db
    .insertInto('transcript')
    .values({
      conversation: values.conversation,
      organisation: values.organisation,
      turns: 1,
      outcomes: values.outcomes,
      ...latest,
    })
    .onConflict((conflict) =>
      conflict.columns(['conversation', 'organisation']).doUpdateSet((eb) => ({
        ...latest,
        turns: eb('transcript.turns', '+', 1),
        outcomes: sql<string>`case when transcript.outcomes like ${values.like}
          then transcript.outcomes else transcript.outcomes || ${values.more} end`,
      })),
    );
});
