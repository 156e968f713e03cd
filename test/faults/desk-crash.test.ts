import type { Kysely } from 'kysely';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createStores, type Stores } from '../../bot/storage/create-stores';
import { migrations } from '../../bot/storage/migrations';
import { openDatabase } from '../../bot/storage/open-database';
import type { AssistantTables } from '../../bot/storage/tables';
import { LOAN_MS } from '../../dialogs';
import { deskFeed } from '../../dialogs/follow/desk-feed';
import { followFeed } from '../../dialogs/follow/follow-feed';
import { aRequest } from '../contracts/samples';
import { confirmRequest } from '../support/confirm-request';
import { DESK_SECRET, openDesk } from '../support/open-desk';
import { bundlePrograms, runProgram } from '../support/programs';

const noon = '2027-01-05T12:00:00.000Z';
const afterTheLoan = new Date(Date.parse(noon) + LOAN_MS + 1).toISOString();
const id = aRequest().id;

let folder: string;
let assistantFile: string;
let deskFile: string;
let db: Kysely<AssistantTables>;
let stores: Stores;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'crash-'));
  assistantFile = path.join(folder, 'assistant.db');
  deskFile = path.join(folder, 'desk.db');
  await bundlePrograms(folder, 'deliver-one', 'mortal-desk');
  db = await openDatabase<AssistantTables>({ kind: 'file', path: assistantFile }, migrations);
  stores = createStores(db, { newId: () => 'a-message' });
  await confirmRequest(stores, aRequest(), 'desk');
});
afterEach(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true });
});

const deliver = (url: string, now: string, mode = 'live') =>
  runProgram(folder, 'deliver-one', [assistantFile, url, now, mode]);

const whatHappened = async () => (await stores.requestLog.find(id))?.events.map(({ kind }) => kind);

describe('a request, when something is killed on the way', () => {
  it('arrives once when the assistant dies after the desk has it and before that is written down', async () => {
    const desk = await openDesk(() => new Date(noon), { kind: 'file', path: deskFile });
    const first = deliver(desk.url, noon, 'hang');
    expect(await first.line()).toBe('the desk has it');
    await first.kill();
    expect(await whatHappened()).toEqual(['sent']);

    expect(await deliver(desk.url, noon).line()).toBe('idle'); // still on loan to the dead
    expect(await deliver(desk.url, afterTheLoan).line()).toBe('delivered');

    expect(await desk.held()).toEqual([id]);
    expect(await whatHappened()).toEqual(['sent', 'received']);
    expect(await deliver(desk.url, afterTheLoan).line()).toBe('idle');
    await desk.close();
  });

  it('is received once when the desk’s own news overtakes the second delivery', async () => {
    const desk = await openDesk(() => new Date(noon), { kind: 'file', path: deskFile });
    const first = deliver(desk.url, noon, 'hang');
    await first.line();
    await first.kill();
    const by = 'Maya Lund';
    await desk.client.changeStatus(
      'D-2027-000001',
      { expected: 'received', status: 'approved', by },
      new AbortController().signal,
    );

    const feed = deskFeed({ url: desk.url, secret: DESK_SECRET });
    const following = { feed, system: 'desk', log: stores.requestLog, onNews: () => undefined };
    await followFeed(following, new AbortController().signal);
    expect(await deliver(desk.url, afterTheLoan).line()).toBe('delivered');

    expect(await whatHappened()).toEqual(['sent', 'received', 'approved']);
    await desk.close();
  });

  it('arrives once when the desk dies after it took it and before it answered', async () => {
    const mortal = runProgram(folder, 'mortal-desk', [deskFile, noon, 'mortal']);
    expect(await deliver(await mortal.line(), noon).line()).toBe('retrying');
    expect(await mortal.ended).toBe('SIGKILL');

    const desk = await openDesk(() => new Date(afterTheLoan), { kind: 'file', path: deskFile });
    expect(await desk.held()).toEqual([id]);
    expect(await deliver(desk.url, afterTheLoan).line()).toBe('delivered');

    expect(await desk.held()).toEqual([id]);
    expect((await desk.store.eventsAfter(0, 10)).events).toHaveLength(1);
    expect(await whatHappened()).toEqual(['sent', 'received']);
    await desk.close();
  });
});
