/** One conversation as a reviewer reads it: only the turns that were taken in an organisation of theirs. */
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { ConsoleReading, TranscriptTurn } from '../console/reading';
import { Reply } from '../conversation/reply';
import type { Within } from '../directory/people-team';
import { saidOfInteractions, type SaidOf } from './said-of-interactions';
import { interactionOf, stored, Trace } from './stored';
import type { AssistantTables, InteractionRow, MessageRow } from './tables';

const Sensitivity = z.enum(['none', 'life-at-risk', 'disclosure', 'question']) satisfies z.ZodType<
  TranscriptTurn['sensitivity']
>;

/** @param within at least one organisation */
export async function readTranscript(
  db: Kysely<AssistantTables>,
  { organisations, except }: Within,
  conversation: string,
  window?: Parameters<ConsoleReading['transcript']>[2],
): ReturnType<ConsoleReading['transcript']> {
  const newestFirst = await db
    .selectFrom('message')
    .selectAll()
    .where('conversation', '=', conversation)
    .where('organisation', 'in', organisations)
    .$if(except.length > 0, (query) => query.where('person', 'not in', except))
    .where('kind', '=', 'reply')
    .orderBy('sequence', 'desc')
    .$if(window !== undefined, (query) =>
      query.limit(window?.limit ?? 0).offset(window?.offset ?? 0),
    )
    .execute();
  const messages = newestFirst.toReversed();
  const latest = messages.at(-1);
  if (latest === undefined) return undefined;
  const interactions = await interactionsOf(db, organisations, messages);
  const ids = interactions.map(({ id }) => id);
  const saidOf = await saidOfInteractions(db, ids);
  const byId = new Map(interactions.map((row) => [row.id, row]));
  return {
    person: latest.person,
    organisation: latest.organisation,
    turns: messages.map((message) =>
      transcriptTurn(message, byId.get(message.interaction ?? ''), saidOf),
    ),
  };
}

function transcriptTurn(
  message: MessageRow,
  interaction: InteractionRow | undefined,
  saidOf: SaidOf,
): TranscriptTurn {
  return {
    at: new Date(message.at),
    said: message.said,
    helper: message.helper,
    sensitivity: Sensitivity.parse(message.sensitivity),
    reply: stored('reply', Reply, message.reply),
    trace: stored('trace', Trace, message.trace ?? '{"found":[],"why":"","elapsedMs":0}'),
    interaction: interaction === undefined ? null : interactionOf(interaction),
    ...saidOf(interaction?.id),
  };
}

async function interactionsOf(
  db: Kysely<AssistantTables>,
  organisations: readonly string[],
  messages: readonly MessageRow[],
): Promise<InteractionRow[]> {
  const ids = messages.flatMap(({ interaction }) => interaction ?? []);
  if (ids.length === 0) return [];
  return db
    .selectFrom('interaction')
    .selectAll()
    .where('id', 'in', ids)
    .where('organisation', 'in', organisations)
    .execute();
}
