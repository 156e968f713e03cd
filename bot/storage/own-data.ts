/** Reads all that is kept about one person. */
import type { Kysely } from 'kysely';
import { Draft } from '../../dialogs';
import { Reply, wholeText } from '../conversation/reply';
import type { OwnConversation, OwnData, OwnDataReading } from '../own-data/own-data';
import { withEvents } from './request-events';
import { DoorName, stored } from './stored';
import type { AssistantTables } from './tables';

type Db = Kysely<AssistantTables>;

export const ownData = (db: Db): OwnDataReading => ({
  async of(person) {
    const [conversations, withPeople, unfinished, requests, calls] = await Promise.all([
      conversationsOf(db, person),
      withPeopleOf(db, person),
      unfinishedOf(db, person),
      requestsOf(db, person),
      callsOf(db, person),
    ]);
    const looks = await looksAt(db, [
      ...conversations.map(({ id }) => id),
      ...requests.map(({ request }) => request.id),
      ...withPeople.map(({ reference }) => reference),
      person,
    ]);
    return {
      conversations: conversations.map(({ door, turns }) => ({ door, turns })),
      ...(await saidOf(db, person)),
      withPeople,
      unfinished,
      requests,
      calls,
      mails: await mailsTo(db, person),
      looks,
    };
  },
});

async function conversationsOf(db: Db, person: string) {
  const rows = await db
    .selectFrom('conversation')
    .innerJoin('message', 'message.conversation', 'conversation.id')
    .select(['conversation.id', 'message.door', 'message.at', 'message.said', 'message.reply'])
    .select(['message.outcome', 'message.erased'])
    .where('conversation.person', '=', person)
    .where('message.person', '=', person)
    .orderBy('message.sequence')
    .execute();
  const found = new Map<string, { id: string; door: OwnConversation['door']; turns: Turn[] }>();
  for (const { id, door, at, said, reply, outcome, erased } of rows) {
    const one = found.get(id) ?? { id, door: DoorName.parse(door), turns: [] };
    const words = erased === 1 ? null : wholeText(stored('reply', Reply, reply));
    one.turns.push({ at, said, reply: words, outcome });
    found.set(id, one);
  }
  return [...found.values()];
}

type Turn = OwnConversation['turns'][number];

/** By way of their conversations, of which there is an index. */
const interactionsOf = (db: Db, person: string) =>
  db
    .selectFrom('conversation')
    .innerJoin('interaction', 'interaction.conversation', 'conversation.id')
    .select('interaction.id')
    .where('conversation.person', '=', person)
    .where('interaction.person', '=', person);

async function saidOf(
  db: Db,
  person: string,
): Promise<Pick<OwnData, 'ratings' | 'satisfaction' | 'verdicts' | 'notes' | 'replies'>> {
  const theirs = interactionsOf(db, person);
  const [ratings, satisfaction, verdicts, notes, replies] = await Promise.all([
    db
      .selectFrom('rating')
      .select(['at', 'rating', 'reason', 'comment'])
      .where('interaction', 'in', theirs)
      .orderBy('sequence')
      .execute(),
    db
      .selectFrom('satisfaction')
      .select(['at', 'score', 'comment'])
      .where('interaction', 'in', theirs)
      .orderBy('sequence')
      .execute(),
    db
      .selectFrom('verdict')
      .select(['at', 'verdict', 'cause', 'note'])
      .where('interaction', 'in', theirs)
      .orderBy('sequence')
      .execute(),
    db
      .selectFrom('review_note')
      .select(['at', 'text'])
      .where('interaction', 'in', theirs)
      .orderBy('sequence')
      .execute(),
    db
      .selectFrom('feedback_reply')
      .select(['asked_at as askedAt', 'at', 'text'])
      .where('interaction', 'in', theirs)
      .orderBy('asked_at')
      .execute(),
  ]);
  return { ratings, satisfaction, verdicts, notes, replies };
}

async function withPeopleOf(db: Db, person: string): Promise<OwnData['withPeople']> {
  const handovers = await db
    .selectFrom('handover')
    .select(['id', 'opened_at'])
    .where('person', '=', person)
    .orderBy('sequence')
    .execute();
  if (handovers.length === 0) return [];
  const messages = await db
    .selectFrom('handover_message')
    .select(['handover', 'author', 'text', 'at'])
    .where(
      'handover',
      'in',
      handovers.map(({ id }) => id),
    )
    .orderBy('sequence')
    .execute();
  return handovers.map(({ id, opened_at }) => ({
    reference: id,
    openedAt: opened_at,
    messages: messages
      .filter(({ handover }) => handover === id)
      .map(({ author, text, at }) => ({
        at,
        from: author === null ? ('you' as const) : ('people services' as const),
        text,
      })),
  }));
}

async function unfinishedOf(db: Db, person: string): Promise<OwnData['unfinished']> {
  const rows = await db
    .selectFrom('draft')
    .select(['body', 'updated_at'])
    .where('person', '=', person)
    .orderBy('updated_at')
    .execute();
  return rows.map(({ body, updated_at }) => {
    const { service, fields } = stored('draft', Draft, body);
    return { service, changedAt: updated_at, fields };
  });
}

async function requestsOf(db: Db, person: string): Promise<OwnData['requests']> {
  const rows = await db
    .selectFrom('request')
    .select(['id', 'body'])
    .where('person', '=', person)
    .orderBy('sequence')
    .execute();
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const answers = await db
    .selectFrom('request_answer')
    .select(['request', 'at', 'text'])
    .where('request', 'in', ids)
    .orderBy('sequence')
    .execute();
  return (await withEvents(db, rows)).map((followed) => ({
    ...followed,
    answers: answers
      .filter(({ request }) => request === followed.request.id)
      .map(({ at, text }) => ({ at, text })),
  }));
}

const callsOf = (db: Db, person: string): Promise<OwnData['calls'][number][]> =>
  db
    .selectFrom('phone_call')
    .select(['id as reference', 'opened_at as at'])
    .where('caller', '=', person)
    .orderBy('sequence')
    .execute();

async function mailsTo(db: Db, person: string): Promise<OwnData['mails']> {
  const row = await db
    .selectFrom('mail_notice')
    .select(['mailed_at', 'stopped_at'])
    .where('person', '=', person)
    .executeTakeFirst();
  return { at: row?.mailed_at ?? null, stoppedAt: row?.stopped_at ?? null };
}

const looksAt = (db: Db, places: readonly string[]): Promise<OwnData['looks'][number][]> =>
  db
    .selectFrom('audit')
    .select(['at', 'did'])
    .where('what', 'in', places)
    .orderBy('sequence')
    .execute();
