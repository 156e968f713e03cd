/**
 * Writes a turn, in an order that matters: first the conversation's row, whose lock makes the
 * turns of one conversation queue up (so that its messages get their sequence numbers in the
 * order in which they become visible), then the message, then the effects.
 */
import { sql, type Transaction } from 'kysely';
import type { Commit, Committed } from '../conversation/store';
import { applyEffect } from './apply-effect';
import { Overtaken } from './overtaken';
import type { AssistantTables } from './tables';

type Tx = Transaction<AssistantTables>;

/** @throws Overtaken where the conversation moved on, or this message was committed before */
export async function writeTurn(tx: Tx, commit: Commit, outgoing: string): Promise<Committed> {
  await saveConversation(tx, commit);
  const sequence = await saveMessage(tx, commit, outgoing);
  await saveTranscript(tx, commit, sequence);
  for (const effect of commit.effects) await applyEffect(tx, effect, commit, sequence);
  return { kind: 'committed', outgoing };
}

async function saveConversation(tx: Tx, commit: Commit): Promise<void> {
  const forgets = commit.effects.some(({ kind }) => kind === 'conversations-deleted');
  const row = {
    door: commit.door,
    person: commit.person,
    organisation: commit.organisation ?? null,
    state: JSON.stringify(forgets ? { ...commit.state, last: null } : commit.state),
    version: commit.expectedVersion + 1,
    last_at: commit.at.toISOString(),
    erased: 0,
    ...(commit.returnAddress && { return_address: JSON.stringify(commit.returnAddress) }),
  };
  if (commit.expectedVersion === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('conversation')
      .values({ id: commit.conversation, return_address: null, ...row })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n) throw new Overtaken();
    return;
  }
  const { numUpdatedRows } = await tx
    .updateTable('conversation')
    .set(row)
    .where('id', '=', commit.conversation)
    .where('version', '=', commit.expectedVersion)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Overtaken();
}

/** @returns the message's sequence number */
async function saveMessage(tx: Tx, commit: Commit, id: string): Promise<number> {
  const at = commit.at.toISOString();
  const isSentTo = commit.door === 'teams';
  const row = await tx
    .insertInto('message')
    .values({
      id,
      conversation: commit.conversation,
      door: commit.door,
      kind: 'reply',
      in_reply_to: commit.message,
      person: commit.person,
      organisation: commit.organisation ?? null,
      said: mayKeepWords(commit.sensitivity) ? commit.said : null,
      sensitivity: commit.sensitivity,
      outcome: commit.reply.outcome,
      reply: JSON.stringify(commit.reply),
      trace: JSON.stringify(commit.trace),
      interaction: commit.interaction,
      at,
      erased: 0,
      due_at: isSentTo ? at : null,
      attempts: 0,
      sent_at: isSentTo ? null : at,
    })
    .onConflict((conflict) => conflict.columns(['conversation', 'in_reply_to']).doNothing())
    .returning('sequence')
    .executeTakeFirst();
  if (row === undefined) throw new Overtaken();
  return row.sequence;
}

/** A promise to staff, kept here too, whatever the caller hands over. */
const mayKeepWords = (sensitivity: Commit['sensitivity']): boolean =>
  sensitivity !== 'life-at-risk' && sensitivity !== 'disclosure';

/** Nobody may read the transcripts of people without an organisation, so none is listed. */
async function saveTranscript(tx: Tx, commit: Commit, sequence: number): Promise<void> {
  if (commit.organisation === undefined) return;
  const latest = {
    person: commit.person,
    door: commit.door,
    last_sequence: sequence,
    last_at: commit.at.toISOString(),
  };
  await tx
    .insertInto('transcript')
    .values({
      conversation: commit.conversation,
      organisation: commit.organisation,
      turns: 1,
      outcomes: `|${commit.reply.outcome}|`,
      ...latest,
    })
    .onConflict((conflict) =>
      conflict.columns(['conversation', 'organisation']).doUpdateSet((eb) => ({
        ...latest,
        turns: eb('transcript.turns', '+', 1),
        outcomes: withOutcome(commit.reply.outcome),
      })),
    )
    .execute();
}

const withOutcome = (outcome: string) =>
  sql<string>`case when transcript.outcomes like ${`%|${outcome}|%`}
    then transcript.outcomes else transcript.outcomes || ${`${outcome}|`} end`;
