import type { BrowserContextOptions, Page } from 'playwright-core';
import path from 'node:path';
import type { Reply } from '../../bot/conversation/reply';
import { wording } from '../../bot/wording';
import { openWeb, NOON, ROOT, type OpenWeb } from '../web/open-web';
import { say, signIn } from './chat-page';
import { aBrowserOfItsOwn, describeInBrowser, DESKTOP, PHONE, troubleOn } from './chromium';
import { focused, tabTo } from './keyboard';

const POLICIES = path.join(ROOT, 'test', 'web', 'policies');
const script: Readonly<Record<string, Partial<Reply>>> = {
  'how much leave do i get': {
    text: 'You get **27 days** of annual leave a year when you start. [1]\n\n- more after 5 years\n- more after 10 years',
    citations: [
      {
        number: 1,
        policy: 'annual-leave',
        clause: 'annual-leave.1',
        title: 'Annual leave',
        heading: 'How much you get',
        quote: 'You get 27 days a year.',
        version: '2026.1',
        url: '/policies/annual-leave#annual-leave.1',
        file: null,
      },
    ],
    buttons: [
      { label: 'Book annual leave', press: { kind: 'start', service: 'book-annual-leave' } },
      { label: 'What if I am ill?', press: { kind: 'say', text: 'What if I am ill?' } },
    ],
  },
  'book monday off': {
    outcome: 'request',
    text: 'Annual leave, **Monday 30 November 2026**, 7.5 hours. Shall I send it?',
    feedback: null,
    buttons: [
      { label: 'Yes, send it', press: { kind: 'confirm', draft: 'd1', nonce: 'n1' } },
      { label: 'Cancel', press: { kind: 'cancel', draft: 'd1' } },
    ],
  },
};

describeInBrowser('the web chat in a browser', () => {
  const open = aBrowserOfItsOwn();
  let web: OpenWeb;
  let page: Page;

  beforeEach(async () => {
    web = await openWeb({ script, policies: POLICIES });
  });
  afterEach(() => web.close());

  const openOn = async (viewport: typeof PHONE, more: BrowserContextOptions = {}) => {
    page = await open({ viewport, ...more });
  };
  const signInAsAna = () => signIn(page, web.url, 'Ana Pires');

  describe.each([
    ['a phone', PHONE],
    ['a desktop', DESKTOP],
  ])('on %s', (_, viewport) => {
    it('has no barriers, fits its window and has targets for thumbs, on every page', async () => {
      await openOn(viewport);
      const check = async () => {
        expect(await troubleOn(page)).toEqual([]);
      };
      for (const address of [
        '/who',
        '/who?ended=quiet',
        '/help',
        '/policies',
        '/policies?q=leave',
        '/policies/special-leave#special-leave.2',
        '/policies/special-leave/99',
      ]) {
        await page.goto(web.url + address);
        await check();
      }
      await signInAsAna();
      await check();
      await say(page, 'how much leave do i get');
      await check();
      await page.getByRole('button', { name: wording.feedback.no, exact: true }).click();
      await page.getByText(wording.feedback.why).waitFor();
      await check();
      await say(page, 'book monday off');
      await check();
      web.conversation.notice('web:ana-pires', 'Good news. **Approved**.', NOON);
      await page.reload();
      await check();
    });
  });

  it('can be used by keyboard alone, from choosing a person to saying that it was sorted', async () => {
    await openOn(PHONE);
    await page.goto(`${web.url}/who`);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to main content');
    await tabTo(page, 'Ana Pires');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/chat');
    await tabTo(page, 'Your message');
    await page.keyboard.type('how much leave do i get');
    await page.keyboard.press('Enter');
    await page.getByText('27 days').waitFor();

    expect(await focused(page)).toBe('Your message');
    await tabTo(page, 'Yes', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByText(wording.feedback.thanks).waitFor();

    expect(await focused(page)).toContain(wording.feedback.thanks);
    expect(page.url()).toBe(`${web.url}/chat`);
  });

  it('starts a new line with Shift and Enter', async () => {
    await openOn(DESKTOP);
    await signInAsAna();
    await page.getByLabel('Your message').focus();
    await page.keyboard.type('one');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('two');
    await page.keyboard.press('Enter');
    await page.getByText('You said: one').waitFor();

    expect(web.conversation.turns.map(({ said }) => said)).toEqual([
      { kind: 'text', text: 'one\ntwo' },
    ]);
  });

  it('says that a message was not sent, keeps it, and sends it once when pressed again', async () => {
    await openOn(DESKTOP);
    await signInAsAna();
    web.conversation.failNext();
    await page.getByLabel('Your message').fill('how much leave do i get');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('Not sent.').waitFor();

    expect(await page.getByLabel('Your message').inputValue()).toBe('how much leave do i get');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('27 days').waitFor();
    expect(web.conversation.turns).toHaveLength(1);
  });

  it('shows what came in meanwhile without being asked', async () => {
    await openOn(DESKTOP);
    await page.clock.install();
    await signInAsAna();
    web.conversation.notice('web:ana-pires', 'Your request has been **approved**.', NOON);
    await page.clock.runFor(6_000);
    await page.getByText('News about a request').first().waitFor();
  });

  it('asks once whether it is sorted, also where the news of it comes in', async () => {
    await openOn(PHONE);
    await page.clock.install();
    await signInAsAna();
    await say(page, 'how much leave do i get');
    const asksAgain = { feedback: { interaction: 'i-1', rated: null } };
    web.conversation.notice('web:ana-pires', 'That is done.', NOON, asksAgain);
    await page.clock.runFor(6_000);
    await page.locator('.notice', { hasText: 'That is done.' }).waitFor();
    const asking = page.locator('.feedback');
    const underNews = page.locator('.notice .feedback');

    expect([await asking.count(), await underNews.count()]).toEqual([1, 1]);
    await underNews.getByRole('button', { name: wording.feedback.yes, exact: true }).click();
    await underNews.getByText(wording.feedback.thanks).waitFor();
    web.conversation.notice('web:ana-pires', 'Here is a copy.', NOON, asksAgain);
    await page.clock.runFor(6_000);
    await page.locator('.notice', { hasText: 'Here is a copy.' }).waitFor();
    expect(await asking.allInnerTexts()).toEqual([wording.feedback.thanks]);
  });

  it('shows whoever comes back the first of what is new', async () => {
    await openOn(PHONE);
    await signInAsAna();
    for (const again of ['one', 'two', 'three', 'four'])
      await say(page, `how much leave do i get ${again}`);
    const long = 'Please read all of this before you travel. '.repeat(30);
    web.conversation.notice('web:ana-pires', `It has been approved. ${long}`, NOON);
    web.conversation.notice('web:ana-pires', 'Your request is **done**.', NOON);
    await page.goto(`${web.url}/help`);
    await page.getByRole('link', { name: 'Chat' }).click();
    await page.waitForURL('**/chat');

    expect(await page.getByText('It has been approved').isVisible()).toBe(true);
    const top: number = await page.evaluate(
      `[...document.querySelectorAll('.notice')][0].getBoundingClientRect().top`,
    );
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(PHONE.height / 2);
  });

  it('warns, and then closes the page after five minutes of quiet', async () => {
    await openOn(DESKTOP);
    await page.clock.install();
    await signInAsAna();
    await page.clock.runFor(4 * 60_000 + 10_000);
    await page.getByText('Are you still there?').waitFor();
    await page.clock.runFor(60_000);
    await page.waitForURL('**/who?ended=quiet');
  });

  it('opens the clause that a citation names, and marks it', async () => {
    await openOn(PHONE);
    await signInAsAna();
    await say(page, 'how much leave do i get');
    await page.getByRole('link', { name: 'Source [1]' }).click();
    await page.waitForURL('**/policies/annual-leave#annual-leave.1');

    expect(await page.locator('.clause:target').getAttribute('id')).toBe('annual-leave.1');
  });

  it('works the same without a script', async () => {
    await openOn(PHONE, { javaScriptEnabled: false });
    await signInAsAna();
    await page.getByLabel('Your message').fill('how much leave do i get');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.waitForURL('**/chat#latest');
    await page.getByRole('button', { name: wording.feedback.partly }).click();
    await page.getByText(wording.feedback.why).waitFor();
    await page.getByRole('button', { name: wording.feedback.reasons.incomplete }).click();
    await page.getByText(wording.feedback.explained).waitFor();

    expect(await page.locator('.turn').count()).toBe(1);
    expect(web.conversation.turns).toHaveLength(3);
  });

  it('leaves nothing behind when the person leaves the page', async () => {
    await openOn(DESKTOP);
    await signInAsAna();
    await say(page, 'how much leave do i get');
    await page.getByRole('button', { name: 'Leave this page' }).click();
    await page.waitForURL('**/policies');
    await page.goBack();
    await page.waitForURL('**/who');

    expect(await page.getByText('27 days').count()).toBe(0);
  });
});
