import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sql, type Kysely } from 'kysely';
import { projectRoot } from '../../bot/project-root';
import { createStores } from '../../bot/storage/create-stores';
import { migrations } from '../../bot/storage/migrations';
import { openDatabase } from '../../bot/storage/open-database';
import type { AssistantTables } from '../../bot/storage/tables';
import { migrations as deskMigrations } from '../../bot/desk/migrations';
import { deliverNext } from '../../dialogs/dispatch/deliver-next';
import { deskFeed } from '../../dialogs/follow/desk-feed';
import { FeedWentBack, followFeed } from '../../dialogs/follow/follow-feed';
import { aRequest, later, MINUTE, noon } from '../contracts/samples';
import { confirmRequest } from '../support/confirm-request';
import { DESK_SECRET, openDesk, type OpenDesk } from '../support/open-desk';

const deployment = path.join(projectRoot(), 'deployment');
const read = (name: string): string => readFileSync(path.join(deployment, name), 'utf8');
const request = aRequest();
const { signal } = new AbortController();

/** What the person on call is told to type into a database. */
const statementsIn = (runbook: string): string[] =>
  [...read(runbook).matchAll(/```sql\n([^`]+)```/g)].map(([, statement = '']) => statement);

describe('what a runbook says to type', () => {
  const open: { close(): Promise<void> }[] = [];

  afterEach(async () => {
    await Promise.all(open.splice(0).map((each) => each.close()));
  });

  async function openAssistant() {
    const db = await openDatabase<AssistantTables>({ kind: 'memory' }, migrations);
    open.push({ close: () => db.destroy() });
    const stores = createStores(db, { newId: () => 'o1' });
    await confirmRequest(stores, request, 'desk');
    return { db, stores };
  }

  async function openADesk() {
    const desk = await openDesk(() => noon);
    open.push(desk);
    return desk;
  }

  const type = (db: Kysely<AssistantTables>, statement = '') => sql.raw(statement).execute(db);

  const deliver = ({ stores }: Awaited<ReturnType<typeof openAssistant>>, desk: OpenDesk) =>
    deliverNext({
      outbox: stores.outbox,
      connectors: new Map([['desk', desk.connector]]),
      clock: () => later(MINUTE),
      chance: () => 0.5,
    });

  const follow = ({ stores }: Awaited<ReturnType<typeof openAssistant>>, desk: OpenDesk) =>
    followFeed(
      {
        feed: deskFeed({ url: desk.url, secret: DESK_SECRET }),
        system: 'desk',
        log: stores.requestLog,
        onNews: () => undefined,
      },
      signal,
    );

  it('lets a parked delivery go again', async () => {
    const assistant = await openAssistant();
    const desk = await openADesk();
    await assistant.stores.outbox.claim(noon);
    await assistant.stores.outbox.park(request.id, 'The desk could not be reached.', noon);

    const [list, letGo] = statementsIn('runbooks/parked-deliveries.md');
    expect((await type(assistant.db, list)).rows).toMatchObject([{ request: request.id }]);
    await type(assistant.db, letGo);

    expect(await deliver(assistant, desk)).toMatchObject({ kind: 'delivered' });
    expect(await desk.held()).toEqual([request.id]);
    expect(
      await assistant.stores.reading.parked(
        { organisations: ['fellbridge'], notAbout: 'nobody' },
        5,
      ),
    ).toMatchObject({ total: 0 });
  });

  it('brings requests back to a desk that was restored from before it had them', async () => {
    const assistant = await openAssistant();
    const desk = await openADesk();
    await deliver(assistant, desk);
    await follow(assistant, desk);
    const restored = await openADesk();
    await expect(follow(assistant, restored)).rejects.toThrow(FeedWentBack);

    const [askLast, setCursor = '', deliverAgain] = statementsIn('runbooks/backup-and-restore.md');
    const last = await lastNumberOf(askLast);
    await type(assistant.db, setCursor.replace('41', String(last)));
    await type(assistant.db, deliverAgain);

    expect(await deliver(assistant, restored)).toMatchObject({ kind: 'delivered' });
    await follow(assistant, restored);
    expect(await restored.held()).toEqual([request.id]);
    const events = (await assistant.stores.requestLog.find(request.id))?.events;
    expect(events?.map(({ kind }) => kind)).toEqual(['sent', 'received']);
  });

  /** Of a desk that has taken nothing in yet. */
  async function lastNumberOf(statement = ''): Promise<unknown> {
    const db = await openDatabase({ kind: 'memory' }, deskMigrations);
    open.push({ close: () => db.destroy() });
    const { rows } = await sql<
      Record<string, unknown>
    >`${sql.raw(statement.replace(';', ''))}`.execute(db);
    return Object.values(rows[0] ?? {})[0];
  }
});

describe('what runbooks, decisions and settings point at', () => {
  const files = ['settings.md', ...inFolder('runbooks'), ...inFolder('decisions')];

  it.each(files)('%s leads nowhere that is not there', (name) => {
    const links = [...read(name).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, to = '']) => to);

    for (const link of links)
      expect([link, existsSync(path.join(deployment, path.dirname(name), link))]).toEqual([
        link,
        true,
      ]);
  });
});

function inFolder(folder: string): string[] {
  return readdirSync(path.join(deployment, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`);
}
