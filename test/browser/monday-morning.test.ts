/**
 * A Monday morning on made-up life, by keyboard: the people partner sees what got worse and why,
 * takes the clause out of answers, and staff are told so.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { leavingOut } from '../../bot/answering/leaving-out';
import { readConfig } from '../../bot/config';
import type { Turn } from '../../bot/conversation/turn';
import { fillDemoData } from '../../bot/demo/fill-demo-data';
import { createStores, type Stores } from '../../bot/storage/create-stores';
import { migrations } from '../../bot/storage/migrations';
import { openDatabase } from '../../bot/storage/open-database';
import type { AssistantTables } from '../../bot/storage/tables';
import { NOON, openConsole, type OpenConsole } from '../console/open-console';
import { builtInKnowledge } from '../golden/stage';
import { directory } from '../support/directory';
import { talkOn } from '../support/talk-on-stores';
import { aBrowserOfItsOwn, describeInBrowser, DESKTOP, PHONE, troubleOn } from './chromium';

const shots = process.env.SHOTS;
const SIZES = [
  ['phone', PHONE],
  ['desktop', DESKTOP],
] as const;

describeInBrowser('a Monday morning', () => {
  const openPage = aBrowserOfItsOwn();
  const folder = mkdtempSync(path.join(tmpdir(), 'monday-'));
  let stores: Stores;
  let close: () => Promise<void>;
  let open: OpenConsole;

  beforeAll(async () => {
    await fillDemoData(readConfig({ DATA_DIR: folder }), NOON);
    const where = { kind: 'file', path: path.join(folder, 'assistant.db') } as const;
    const db = await openDatabase<AssistantTables>(where, migrations);
    stores = createStores(db, { newId: randomUUID });
    close = () => db.destroy();
    const { reading, ofKnowledge, variations, withheld } = stores;
    open = await openConsole({
      knowledge: builtInKnowledge(),
      reading,
      ofKnowledge,
      variations,
      withheld,
    });
  }, 240_000);
  afterAll(async () => {
    await open.close();
    await close();
    rmSync(folder, { recursive: true });
  });

  const look = async (page: Page, what: string, size: string) => {
    if (shots) await page.screenshot({ path: `${shots}/${what}-${size}.png`, fullPage: true });
    expect([what, await troubleOn(page)]).toEqual([what, []]);
  };
  const enter = async (page: Page, name: string | RegExp, role: 'link' | 'button' = 'link') => {
    const loaded = page.waitForEvent('load');
    await page.getByRole(role, { name }).first().press('Enter');
    await loaded;
  };
  const asked = async (message: string) => {
    const person = await directory.person('ana-pires');
    if (person === undefined) throw new Error('There is no Ana.');
    const talk = talkOn(stores, { knowledge: leavingOut(builtInKnowledge(), stores.withheld) });
    const turn: Turn = {
      door: 'web',
      conversation: 'web:ana-on-monday',
      message,
      speaker: { kind: 'person', person },
      said: { kind: 'text', text: 'can i carry leave over to next year' },
      at: NOON,
    };
    return (await talk(turn, null, AbortSignal.timeout(10_000))).reply;
  };

  it.each(SIZES)('leads from what got worse to the clause, on a %s', async (size, viewport) => {
    const page = await openPage({ viewport });
    await page.goto(`${open.url}/who`);
    await page.locator('button[value="nadia-rahman"]').click();
    await page.goto(`${open.url}/console`);
    await page.getByText('How this list is made').press('Enter');
    await look(page, 'this-week', size);
    await enter(page, /Annual leave .* rated worse since/);
    await look(page, 'policy-health', size);
    await enter(page, 'Carrying leave over at Fellbridge');
    await enter(page, 'Take it out of answers', 'button');
    await look(page, 'clause-without-reason', size);
    await page.getByLabel('Why').fill('It says 3.75 hours and must be 37.5.');
    await enter(page, 'Take it out of answers', 'button');
    await look(page, 'clause-out', size);
    expect((await asked(`out-${size}`)).text).toMatch(/^We are checking our rule on this/);
    await page.goto(`${open.url}/console/knowledge`);
    await look(page, 'knowledge', size);
    await enter(page, 'fellbridge/annual-leave-and-bank-holidays.3');
    await page.getByLabel('Why it is right again').fill('It says 37.5 hours again.');
    await enter(page, 'Put it back into answers', 'button');
    expect(await asked(`back-${size}`)).toMatchObject({ outcome: 'answered' });
  });
});
