import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { startFakeConnector, type FakeConnector } from '../fakes/fake-connector';
import type { Press } from '../../bot/conversation/turn';
import { migrations } from '../../bot/storage/migrations';
import { openDatabase } from '../../bot/storage/open-database';
import type { AssistantTables } from '../../bot/storage/tables';
import { aBrowser } from '../web/a-browser';
import { openHome, type Home } from './product';
import { inTeams } from './teams-person';

let home: Home;
let connector: FakeConnector;

beforeEach(async () => {
  home = openHome();
  connector = await startFakeConnector();
});
afterEach(async () => {
  await home.close();
  await connector.close();
});

/** Every rating on the disk, also those that a newer one replaced. */
async function ratings(): Promise<readonly (string | null)[]> {
  const file = path.join(home.folder, 'assistant.db');
  const db = await openDatabase<AssistantTables>({ kind: 'file', path: file }, migrations);
  try {
    const rows = await db.selectFrom('rating').select('rating').execute();
    return rows.map(({ rating }) => rating);
  } finally {
    await db.destroy();
  }
}

describe('a rating, when the assistant is killed right after the press', () => {
  it('in Teams is there, once, also when Teams delivers the press again', async () => {
    const ana = inTeams(connector, 'ana-pires');
    const first = await home.start();
    await ana.deliver(ana.saying('how much leave do i get'), first.url);
    const press = ana.pressing('Partly', await ana.button('Partly'));
    expect(await ana.deliver(press, first.url)).toBe(200);
    await first.kill();
    expect(await ratings()).toEqual(['partly']);

    const second = await home.start();
    expect(await ana.deliver(press, second.url)).toBe(200);
    await second.kill();
    expect(await ratings()).toEqual(['partly']);
  });

  it('on the web is there, once, and the page that comes back thanks for it', async () => {
    const first = await home.start();
    const before = aBrowser(first.url);
    await before.signIn('tom-okafor');
    await before.say('how much leave do i get');
    await before.get('/chat');
    expect((await before.press('Yes')).status).toBe(303);
    await first.kill();

    const second = await home.start();
    const after = aBrowser(second.url);
    expect((await after.signIn('tom-okafor')).text).toContain('Thank you');
    await second.kill();
    expect(await ratings()).toEqual(['yes']);
  });
});

describe('a comment with a rating', () => {
  it.each([
    ['I want to kill myself zzcomment', 'Samaritans'],
    ['my manager keeps groping me zzcomment', 'it is not your fault'],
  ])('that says "%s" leads to people and is nowhere on the disk', async (comment, help) => {
    const product = await home.start();
    const ana = inTeams(connector, 'ana-pires');
    await ana.deliver(ana.saying('how much leave do i get'), product.url);
    await ana.deliver(ana.pressing('No', await ana.button('No')), product.url);
    const reason = await ana.button('Out of date');
    await ana.deliver(ana.pressing('Send', { ...reason, comment } as Press), product.url);

    expect(ana.shown().at(-1)).toContain(help);
    expect(await ratings()).toEqual(['no', null]);
    for (const file of readdirSync(home.folder)) {
      expect(readFileSync(path.join(home.folder, file)).includes('zzcomment')).toBe(false);
    }
  });
});
