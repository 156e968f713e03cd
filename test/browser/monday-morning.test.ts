/**
 * A Monday morning on made-up life, by keyboard: the people partner sees what got worse and why,
 * takes the clause out of answers, mends it with a colleague, and staff are told the right thing.
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
import { createKnowledge, type Knowledge } from '../../knowledge';
import { MINUTE, NOON, openConsole, type OpenConsole } from '../console/open-console';
import { built } from '../support/built';
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
  let knowledge: Knowledge;

  beforeAll(async () => {
    await fillDemoData(readConfig({ DATA_DIR: folder }), NOON);
    const where = { kind: 'file', path: path.join(folder, 'assistant.db') } as const;
    const db = await openDatabase<AssistantTables>(where, migrations);
    stores = createStores(db, { newId: randomUUID });
    close = () => db.destroy();
    const { reading, ofKnowledge, variations, withheld, wordingChanges, regressions } = stores;
    knowledge = createKnowledge({ ...built, variations });
    open = await openConsole({
      knowledge,
      reading,
      ofKnowledge,
      variations,
      withheld,
      wordingChanges,
      regressions,
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
  const says = async (message: string, said: Turn['said']) => {
    const person = await directory.person('ana-pires');
    if (person === undefined) throw new Error('There is no Ana.');
    const talk = talkOn(stores, { knowledge: leavingOut(knowledge, stores.withheld) });
    const turn: Turn = {
      door: 'web',
      conversation: 'web:ana-on-monday',
      message,
      speaker: { kind: 'person', person },
      said,
      at: new Date(open.now().getTime() + MINUTE),
    };
    return (await talk(turn, null, AbortSignal.timeout(10_000))).reply;
  };
  const asked = (message: string) =>
    says(message, { kind: 'text', text: 'can i carry leave over to next year' });
  const be = async (page: Page, person: string) => {
    await page.goto(`${open.url}/who`);
    await page.locator(`button[value="${person}"]`).click();
    await page.goto(`${open.url}/console`);
  };

  it.each(SIZES)('leads from what got worse to the clause, on a %s', async (size, viewport) => {
    const page = await openPage({ viewport });
    await be(page, 'nadia-rahman');
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

  it('ends with the rule mended by two people, and its ratings since', async () => {
    const look2 = (page: Page, what: string) => look(page, what, 'desktop');
    const nadia = await openPage({ viewport: DESKTOP });
    await be(nadia, 'nadia-rahman');
    await enter(nadia, /Annual leave .* rated worse since/);
    await enter(nadia, 'Carrying leave over at Fellbridge');
    await nadia.getByLabel('Why').fill('It says 3.75 hours and must be 37.5.');
    await enter(nadia, 'Take it out of answers', 'button');
    await enter(nadia, 'Change the wording', 'button');
    await look2(nadia, 'wording');
    await nadia.getByLabel('Figure: most-carried').fill('half a shift');
    await enter(nadia, 'See what it changes', 'button');
    await look2(nadia, 'wording-problems');
    await nadia.getByLabel('Figure: most-carried').fill('37.5 hours');
    await nadia.getByLabel('Why').fill('A slip of the pen: it is a week, as in the roster.');
    await enter(nadia, 'See what it changes', 'button');
    await look2(nadia, 'wording-preview');
    const answers = nadia.locator('.first__thing').filter({ hasText: 'Asked by staff' });
    expect(await answers.first().innerText()).toMatch(/3\.75 hours[^]*37\.5 hours/);
    await enter(nadia, 'Send it for approval', 'button');
    await look2(nadia, 'wording-waits');

    const olu = await openPage({ viewport: PHONE });
    await be(olu, 'olu-martins');
    await enter(olu, '1 changed rule waits for your approval');
    await enter(olu, 'fellbridge/annual-leave-and-bank-holidays.3');
    if ((await olu.getByRole('button', { name: 'Approve and publish' }).count()) === 0) {
      await olu.goBack();
      await olu.locator('#waiting + ul a').press('Enter');
      await olu.waitForLoadState('load');
    }
    await look(olu, 'wording-approve', 'phone');
    await olu.getByLabel('Put the rule back into answers').press('Space');
    await enter(olu, 'Approve and publish', 'button');
    await look(olu, 'wording-published', 'phone');

    const told = await asked('after-the-change');
    expect(told.text).toContain('37.5 hours');
    const interaction = told.feedback?.interaction ?? '';
    await says('rated-after', {
      kind: 'press',
      press: { kind: 'rate', interaction, rating: 'yes' },
    });
    await nadia.goto(`${open.url}/console/knowledge/annual-leave-and-bank-holidays`);
    await look2(nadia, 'policy-health-mended');
    const [mended, slip] = await nadia.locator('#changes + table tbody tr').all();
    expect(await mended!.innerText()).toContain('0 of 1 rating');
    expect(await slip!.innerText()).toMatch(/\d+ of \d+ ratings, up to the next change/);
  });

  it('keeps every wording, and puts one forward again in a press, on a phone', async () => {
    const page = await openPage({ viewport: PHONE });
    await be(page, 'nadia-rahman');
    await page.goto(`${open.url}/console/clause?id=fellbridge/annual-leave-and-bank-holidays.3`);
    await enter(page, 'All wordings of this rule');
    await look(page, 'wording-history', 'phone');
    await enter(page, /^Put this wording back/, 'button');
    await look(page, 'wording-put-back', 'phone');
    await enter(page, 'Take it back', 'button');
    expect(await page.getByText('Taken back', { exact: true }).count()).toBe(1);
  });
});
