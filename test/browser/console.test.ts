import type { Page } from 'playwright-core';
import { createDisguise } from '../../bot/console/disguise';
import { aCommit, aReply, aRequest, someWarnings } from '../contracts/samples';
import { aLongTalk, converse, CONVERSATION } from '../console/a-conversation';
import { DAY, NOON, openConsole, type OpenConsole } from '../console/open-console';
import { publishQuarter } from '../support/publish-months';
import { talkOn } from '../support/talk-on-stores';
import { aDeskRequest } from '../desk/a-desk-request';
import { confirmRequest } from '../support/confirm-request';
import { aBrowserOfItsOwn, describeInBrowser, DESKTOP, PHONE, troubleOn } from './chromium';

const transcript = `/console/transcripts/${createDisguise('a-secret-for-tests').seal(CONVERSATION)}`;
const shots = process.env.SHOTS;

describeInBrowser('the console in a browser', () => {
  const openPage = aBrowserOfItsOwn();
  let open: OpenConsole;
  let page: Page;
  let reference: string;

  beforeAll(async () => {
    open = await openConsole({ talk: talkOn });
    await converse(open.stores, aLongTalk);
    for (let n = 0; n < 26; n += 1) {
      await converse(
        open.stores,
        [
          {
            said: `can i carry over ${n} days if i was off sick all of last year`,
            reply: aReply({ outcome: n % 2 === 0 ? 'partly-answered' : 'not-covered' }),
          },
        ],
        { conversation: `teams:${n}`, person: 'tom-okafor', organisation: 'fellbridge' },
      );
    }
    await confirmRequest(
      open.stores,
      aRequest({ requestedBy: 'ana-pires' }),
      'people-services-desk',
    );
    await open.stores.outbox.claim(NOON);
    await open.stores.outbox.park('PS-7F3K9Q', 'The desk answered 422.', NOON);
    await parkAnAnswer();
    await publishQuarter(open.stores, 'fellbridge');
    await publishQuarter(open.stores, 'vale', 0.7);
    reference = await aQueue(open);
  });
  afterAll(() => open.close());

  async function parkAnAnswer(): Promise<void> {
    const { answers, conversations } = open.stores;
    const effect = { kind: 'question-answered', request: 'PS-7F3K9Q', question: '7' } as const;
    await conversations.commit(
      aCommit({
        conversation: 'teams-ana-answers',
        person: 'ana-pires',
        at: NOON,
        effects: [{ ...effect, by: 'Ana Pires', text: 'The 3rd.' }],
      }),
    );
    const answer = await answers.claim(NOON);
    if (answer === undefined) throw new Error('There is no answer to park.');
    await answers.park(answer, 'The desk answered 404: it does not know this question.');
  }

  const openAs = async (person: string, viewport: typeof PHONE, scripts = true) => {
    page = await openPage({ viewport, javaScriptEnabled: scripts });
    await page.goto(`${open.url}/who`);
    await page.locator(`button[value="${person}"]`).click();
  };

  const pages = (): readonly (readonly [name: string, path: string])[] => [
    ['this week', '/console'],
    ['overview', '/console/overview'],
    ['knowledge', '/console/knowledge'],
    ['transcripts', '/console/transcripts'],
    ['transcript', transcript],
    ['requests', '/console/requests?status=all'],
    ['request', `/console/requests/${reference}`],
    ['parked', '/console/parked'],
    ['measures', '/console/measures'],
    ['person-data', '/console/person-data'],
    ['my-data', '/my-data'],
    ['audit', '/console/audit'],
    ['not-found', '/console/requests/DESK-999'],
  ];

  it.each([
    ['phone', PHONE],
    ['desktop', DESKTOP],
  ])(
    'helps a caller with the keyboard alone, without a barrier, on a %s',
    async (name, viewport) => {
      await openAs('fern-lacey', viewport);
      const look = async (what: string) => {
        if (shots)
          await page.screenshot({ path: `${shots}/by-phone-${what}-${name}.png`, fullPage: true });
        expect(await troubleOn(page)).toEqual([]);
      };
      /** A key that leads to another page: what is looked at next is that one. */
      const enter = async (press: () => Promise<void>) => {
        const loaded = page.waitForEvent('load');
        await press();
        await loaded;
      };
      await page.goto(`${open.url}/console/phone`);
      await page.getByLabel('Who is calling?').fill('ward 7');
      await enter(() => page.keyboard.press('Enter'));
      await look('found');
      await enter(() => page.getByRole('button', { name: 'Start the call' }).press('Enter'));
      await look('unticked');
      await page.getByRole('radio', { name: 'Ana Pires' }).press('Space');
      await page.getByRole('checkbox', { name: 'I have checked who is calling' }).press('Space');
      await enter(() => page.getByRole('button', { name: 'Start the call' }).press('Enter'));
      await look('started');
      for (const words of ['how much annual leave do i get', 'book me off 3 to 7 may']) {
        await page.getByLabel('What Ana says').fill(words);
        await enter(() => page.getByRole('button', { name: 'Ask for Ana' }).press('Enter'));
      }
      await look('read-back');
      await enter(() => page.getByRole('button', { name: 'Yes, send it' }).press('Enter'));
      expect(await page.getByRole('article').last().textContent()).toContain('Sent');
      await enter(() => page.getByRole('button', { name: 'End the call' }).press('Enter'));
      await look('ended');
    },
  );

  it.each([
    ['phone', PHONE],
    ['desktop', DESKTOP],
  ])('has no barrier on a %s, and does not scroll sideways', async (name, viewport) => {
    await openAs('olu-martins', viewport);
    for (const [title, path] of pages()) {
      await page.goto(open.url + path);
      if (shots !== undefined) {
        await page.screenshot({ path: `${shots}/console-${title}-${name}.png`, fullPage: true });
      }
      expect([title, await troubleOn(page)]).toEqual([title, []]);
    }
  });

  it('shows its errors without a barrier, and leads from the summary to the field', async () => {
    await openAs('olu-martins', PHONE);
    await page.goto(open.url + transcript);
    await page.getByRole('button', { name: 'Show the names' }).click();
    await page.getByRole('link', { name: /Say why you need the names/ }).click();

    expect(await page.evaluate('document.activeElement.id')).toBe('reason');
    expect(await troubleOn(page)).toEqual([]);
    if (shots !== undefined)
      await page.screenshot({ path: `${shots}/console-error.png`, fullPage: true });
    await page.getByLabel('Why do you need the names?').fill('complaint number 12');
    await page.getByRole('button', { name: 'Show the names' }).click();

    expect(await page.textContent('main')).toContain('Priya Nair');
    expect(await troubleOn(page)).toEqual([]);
    if (shots !== undefined)
      await page.screenshot({ path: `${shots}/console-unmasked.png`, fullPage: true });
  });

  it('tells on a page what to do where a form is too large to be read, and goes back to the words', async () => {
    await openAs('fern-lacey', PHONE);
    await page.goto(`${open.url}/console/requests/${reference}`);
    await page.getByLabel('Do not approve it').check();
    await page.getByLabel('Note').fill('We are short of staff. '.repeat(60_000));
    await page.getByRole('button', { name: 'Save and tell Ana' }).click();
    await page.getByRole('heading', { name: 'Nothing was changed' }).waitFor();

    expect(await page.textContent('main')).toContain('What you sent is far too long');
    expect(await troubleOn(page)).toEqual([]);
    if (shots !== undefined)
      await page.screenshot({ path: `${shots}/console-too-large.png`, fullPage: true });
    await page.goBack();
    expect(await page.getByLabel('Note').inputValue()).toContain('We are short of staff.');
  });

  it('lets an agent decide with the keyboard alone, and without a script', async () => {
    await openAs('fern-lacey', DESKTOP, false);
    await page.goto(`${open.url}/console/requests`);
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toContain('Skip to main content');

    await page.getByRole('link', { name: reference }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Do not approve it').focus();
    await page.keyboard.press('Space');
    await page.getByLabel('Note').focus();
    await page.keyboard.type('No cover that week. Could you take the week after?');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/changed=declined/);

    expect(await page.textContent('main')).toContain('Ana will be told: not approved.');
    expect(await page.textContent('main')).toContain('Could you take the week after?');
    if (shots !== undefined)
      await page.screenshot({ path: `${shots}/console-changed.png`, fullPage: true });
  });
});

/** @returns the reference of the oldest that is still open */
async function aQueue({ desk }: OpenConsole): Promise<string> {
  const requestedBy = { id: 'ana-pires', name: 'Ana Pires', email: 'ana.pires@fellbridge.example' };
  const at = async (key: string, days: number, changes = {}) => {
    const confirmed = new Date(NOON.getTime() - days * DAY);
    const confirmedAt = confirmed.toISOString();
    const body = aDeskRequest({ key, requestedBy, confirmedAt, post: 'p001', ...changes });
    return (await desk.store.accept(body, confirmed)).reference;
  };
  const done = await at('PS-000000', 21);
  const decided = { by: 'Kofi Mensah-Reid', note: 'Agreed with Grace.' };
  await desk.store.change(done, { status: 'approved', expected: 'received', ...decided }, NOON);
  await desk.store.change(done, { status: 'done', expected: 'approved', by: 'Fern Lacey' }, NOON);
  const oldest = await at('PS-000001', 14, { warnings: someWarnings });
  await at('PS-000002', 7, {
    serviceTitle: 'Change of hours',
    organisation: 'vale',
    organisationName: 'Vale Community and Mental Health',
  });
  await at('PS-000003', 0);
  return oldest;
}
