import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { sql, type Kysely } from 'kysely';
import type { HistoryItem } from '../../bot/conversation/outgoing';
import { openDeskStore, type DeskStore } from '../../bot/desk/desk-store';
import { createStores } from '../../bot/storage/create-stores';
import { migrations } from '../../bot/storage/migrations';
import { openFiles } from '../../bot/storage/open-files';
import { openDatabase, type Where } from '../../bot/storage/open-database';
import type { AssistantTables } from '../../bot/storage/tables';
import { aCommit, anEvent, aReply, aRequest, later, noon } from '../contracts/samples';
import { theDeskKeepsNothingForEver } from '../contracts/desk-retention';
import { itIsAFileKeep } from '../contracts/file-keep';
import { itCountsWhatWasDoneBefore } from '../contracts/measures-taken-over';
import { theseAreStores } from '../contracts/stores';
import { aSeed } from '../support/a-variation-entry';

describe('stores in PostgreSQL', () => {
  const server = spawn(process.execPath, [path.join(__dirname, 'postgres-server.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  const open: Kysely<AssistantTables>[] = [];
  let url = '';
  let ids = 0;

  beforeAll(async () => {
    const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
    url = String((await lines.next()).value);
  }, 60_000);
  afterEach(async () => {
    await Promise.all(open.splice(0).map((db) => db.destroy()));
  });
  afterAll(async () => {
    server.stdin.end();
    await ended;
  });

  const inSchema = (schema: string): Where => ({ kind: 'postgres', url, schema });
  const newId = () => `o${(ids += 1)}`;
  const openDb = async (where: Where): Promise<Kysely<AssistantTables>> => {
    const db = await openDatabase<AssistantTables>(where, migrations);
    open.push(db);
    return db;
  };
  const openEmpty = async () => createStores(await openDb(inSchema(`s${(ids += 1)}`)), { newId });

  theseAreStores(openEmpty);

  itCountsWhatWasDoneBefore(async (all) => {
    const db = await openDatabase<AssistantTables>(inSchema('taken-over'), all);
    open.push(db);
    return db;
  });

  describe('files in a table of it', () => {
    itIsAFileKeep(async () => {
      const where = inSchema(`s${(ids += 1)}`);
      return openFiles(where, 'files', await openDb(where));
    });
  });

  describe('what the desk keeps', () => {
    const desks: DeskStore[] = [];
    afterEach(async () => {
      await Promise.all(desks.splice(0).map((desk) => desk.close()));
    });
    theDeskKeepsNothingForEver(async () => {
      const desk = await openDeskStore(inSchema(`s${(ids += 1)}`));
      desks.push(desk);
      return desk;
    });
  });

  it('lets several processes start at the same moment on an empty database', async () => {
    const where = inSchema('together');

    const processes = await Promise.all([1, 2, 3, 4].map(() => openDb(where)));

    const stores = processes.map((db) => createStores(db, { newId }));
    await stores[0]!.conversations.commit(aCommit());
    expect(await stores[3]!.conversations.open('teams-ana', 'ana')).toMatchObject({ version: 1 });
  });

  it('is filled once with what organisations wrote by processes that start together', async () => {
    const where = inSchema('filled');
    const seeds = [aSeed('fellbridge'), aSeed('vale')];

    await Promise.all(
      [1, 2, 3, 4].map(async () => {
        const { variations } = createStores(await openDb(where), { newId });
        await variations.fillIfEmpty(seeds, ['fellbridge', 'vale'], noon);
      }),
    );

    const { variations } = createStores(await openDb(where), { newId });
    expect(await variations.history('fellbridge')).toHaveLength(1);
    expect(await variations.history('vale')).toHaveLength(1);
  });

  it('keeps programs apart that share a database', async () => {
    const notes = await openDatabase<object>(inSchema('other'), {
      '0001-note': {
        async up(db: Kysely<unknown>) {
          await db.schema.createTable('message').addColumn('text', 'text').execute();
        },
      },
    });
    const { outgoing } = await openEmpty();

    expect(await outgoing.claim('teams', noon, 1)).toEqual([]);
    expect((await sql`select text from message`.execute(notes)).rows).toEqual([]);
    await notes.destroy();
  });

  it('refuses data of a newer version', async () => {
    await (
      await openDatabase(inSchema('newer'), { '9999-later': { up: async () => undefined } })
    ).destroy();

    await expect(openDb(inSchema('newer'))).rejects.toThrow(/newer version .*"9999-later"/);
  });

  it('lends each message and each delivery once to processes that ask at the same moment', async () => {
    const where = inSchema('lending');
    const processes = await Promise.all(
      [1, 2, 3].map(async () => createStores(await openDb(where), { newId })),
    );
    const people = Array.from({ length: 40 }, (_, n) => n);
    for (const n of people) {
      const person = `p${n}`;
      const request = aRequest({
        id: `PS-${String(n).padStart(6, '0')}`,
        draft: `draft-${n}`,
        requestedBy: person,
      });
      await processes[0]!.conversations.commit(
        aCommit({
          conversation: `teams-${n}`,
          person,
          effects: [{ kind: 'request-confirmed', request, system: 'desk' }],
        }),
      );
    }

    const messages = await Promise.all(
      processes.flatMap(({ outgoing }) =>
        [1, 2, 3, 4, 5].map(() => outgoing.claim('teams', noon, 8)),
      ),
    );
    const deliveries = await Promise.all(
      processes.flatMap(({ outbox }) => people.map(() => outbox.claim(noon))),
    );

    const lentMessages = messages.flat().map(({ person }) => person);
    expect(new Set(lentMessages).size).toBe(lentMessages.length);
    const lentDeliveries = deliveries.flatMap((delivery) => delivery?.request.id ?? []);
    expect(new Set(lentDeliveries).size).toBe(lentDeliveries.length);
    expect(lentDeliveries).toHaveLength(people.length);
  });

  it('lets a page that asks for what came after a number miss nothing', async () => {
    const where = inSchema('pages');
    const [mine, theirs] = [
      createStores(await openDb(where), { newId }),
      createStores(await openDb(where), { newId }),
    ];
    const web = { conversation: 'web-ana', door: 'web' } as const;
    await mine.conversations.commit(
      aCommit({
        ...web,
        effects: [{ kind: 'request-confirmed', request: aRequest(), system: 'desk' }],
      }),
    );

    const seen: HistoryItem[] = [];
    const pen = { down: false };
    const reading = (async () => {
      for (let last = false; !last;) {
        last = pen.down;
        seen.push(...(await mine.outgoing.history('web-ana', seen.at(-1)?.sequence ?? 0, 100)));
      }
    })();
    const turns = async () => {
      for (let n = 2; n < 60; n += 1) {
        await mine.conversations.commit(
          aCommit({ ...web, message: `m${n}`, expectedVersion: n - 1, at: later(n) }),
        );
      }
    };
    const news = async () => {
      for (let n = 1; n < 60; n += 1) {
        await theirs.requestLog.record('desk', n, anEvent());
        const [untold] = await theirs.requestNews.untold(1);
        await theirs.requestNews.tell(untold!, aReply({ outcome: 'status' }), later(n));
      }
    };
    await Promise.all([turns(), news()]);
    pen.down = true;
    await reading;

    expect(seen).toEqual(await mine.outgoing.history('web-ana', 0, 1000));
    expect(seen).toHaveLength(59 + 59);
  });
});
