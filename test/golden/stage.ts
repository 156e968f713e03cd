/** What transcripts are played on: the real conversation, policies and directory, with a memory store. */
import path from 'node:path';
import { sql, type Kysely } from 'kysely';
import { createConverse } from '../../bot/conversation/create-converse';
import type { Converse } from '../../bot/conversation/converse';
import type { Reply } from '../../bot/conversation/reply';
import { tellRequesters } from '../../bot/conversation/tell-requesters';
import { Press, type Said, type Speaker } from '../../bot/conversation/turn';
import { projectRoot } from '../../bot/project-root';
import { loadCsvDirectory } from '../../bot/directory/csv-directory';
import { createStores, type Stores } from '../../bot/storage/create-stores';
import { migrations } from '../../bot/storage/migrations';
import { openDatabase } from '../../bot/storage/open-database';
import { dialogs, RequestEvent } from '../../dialogs';
import { createKnowledge, createMemoryVariations, type Knowledge } from '../../knowledge';
import { built } from '../support/built';

const ROOT = projectRoot();
export const directory = loadCsvDirectory(path.join(ROOT, 'bot', 'directory', 'data'));
let shared: Knowledge | undefined;

/** Made once: it is the same for every transcript. */
export function builtInKnowledge(): Knowledge {
  shared ??= knowledgeOf(built);
  return shared;
}

function knowledgeOf({ seeds, ...parts }: typeof built): Knowledge {
  const now = (): Date => new Date('2026-04-01T00:00:00Z');
  return createKnowledge({
    ...parts,
    variations: { store: createMemoryVariations(seeds, now()), now },
  });
}

export interface Stage {
  say(said: Said, message: string, at: Date): Promise<Reply>;
  pressed(label: string): Said;
  desk(text: string, at: Date): Promise<readonly Reply[]>;
  /** Every row of every table, as one text. */
  stored(): Promise<string>;
  close(): Promise<void>;
}

/** @param who a person of the directory, or `nobody <organisation> <staff group>` for the stand-in */
export async function openStage(who: string, knowledge = builtInKnowledge()): Promise<Stage> {
  const db = await openDatabase<never>({ kind: 'memory' }, migrations);
  const stores = createStores(db, { newId: counter('out') });
  return {
    ...createStage(stores, knowledge, await speakerOf(who)),
    stored: () => storedIn(db),
    close: () => db.destroy(),
  };
}

async function storedIn(db: Kysely<never>): Promise<string> {
  const tables = await db.introspection.getTables();
  const rows = await Promise.all(
    tables.map(({ name }) => sql`select * from ${sql.table(name)}`.execute(db)),
  );
  return JSON.stringify(rows.map((found) => found.rows));
}

type Played = Omit<Stage, 'stored' | 'close'>;

function createStage(stores: Stores, knowledge: Knowledge, speaker: Speaker): Played {
  let last: Reply | undefined;
  let cursor = 0;
  let seen = 0;
  const converse: Converse = createConverse({
    store: stores.conversations,
    tools: {
      knowledge,
      dialogs,
      directory,
      store: stores.conversations,
      requests: stores.requestLog,
      newId: counter('id'),
      newReference: references(),
    },
    stopwatch: () => 0,
    onRequestSent: () => undefined,
  });
  const conversation = 'web:golden';
  return {
    async say(said, message, at) {
      const { reply } = await converse(
        { door: 'web', conversation, message, speaker, said, at },
        null,
        new AbortController().signal,
      );
      last = reply;
      return reply;
    },
    pressed(label) {
      const press =
        last?.buttons.find((button) => button.label === label)?.press ?? feedbackPress(last, label);
      if (press === undefined) throw new Error(`The last reply has no button "${label}".`);
      return { kind: 'press', press };
    },
    async desk(text, at) {
      const delivery = await stores.outbox.claim(at);
      if (delivery !== undefined)
        await stores.outbox.settle(delivery.request.id, 'D-2026-000001', at);
      const [kind = '', ...note] = text.split(' ');
      const [, request] = /(PS-\S+)/.exec(text) ?? [undefined, 'PS-000001'];
      cursor += 1;
      const event = RequestEvent.parse({
        request,
        kind,
        at: at.toISOString(),
        by: 'Dana at the desk',
        note: note.join(' ') || null,
        receiverReference: 'D-2026-000001',
      });
      await stores.requestLog.record('desk', cursor, event);
      await tellRequesters({ news: stores.requestNews, directory, dialogs, clock: () => at });
      const history = await stores.outgoing.history(conversation, seen, 100);
      seen = history.at(-1)?.sequence ?? seen;
      return history.filter((item) => item.kind === 'notice').map(({ reply }) => reply);
    },
  };
}

function feedbackPress(reply: Reply | undefined, label: string): Press | undefined {
  if (reply?.feedback == null) return undefined;
  return Press.parse({
    kind: 'rate',
    interaction: reply.feedback.interaction,
    rating: label.toLowerCase(),
  });
}

async function speakerOf(who: string): Promise<Speaker> {
  const [kind, organisation, staffGroup] = who.split(' ');
  if (kind === 'nobody') {
    return {
      kind: 'stand-in',
      id: 'nobody',
      organisation,
      staffGroup: (staffGroup ?? 'agenda-for-change') as never,
      role: 'staff',
    };
  }
  const person = await directory.person(who);
  if (person === undefined) throw new Error(`The directory has nobody called "${who}".`);
  return { kind: 'person', person };
}

function counter(name: string): () => string {
  let count = 0;
  return () => `${name}-${(count += 1)}`;
}

function references(): () => string {
  let count = 0;
  return () => `PS-${String((count += 1)).padStart(6, '0')}`;
}
