/** A ward's wifi: slow, cut off in the middle, gone. Nothing is lost, and nothing is done twice. */
import type { Page, Route } from 'playwright-core';
import { wording } from '../../bot/wording';
import { openWeb, type OpenWeb } from '../web/open-web';
import { say, signIn } from './chat-page';
import { aBrowserOfItsOwn, describeInBrowser, PHONE, troubleOn } from './chromium';

const WORDS = 'how much leave do i get';

describeInBrowser('a slow network', () => {
  const open = aBrowserOfItsOwn();
  let web: OpenWeb;
  let page: Page;

  beforeEach(async () => {
    web = await openWeb();
    page = await open({ viewport: PHONE });
  });
  afterEach(() => web.close());

  const box = () => page.getByLabel('Your message');
  const send = () => page.getByRole('button', { name: 'Send', exact: true }).click();
  const texts = () => web.conversation.turns.map(({ said }) => 'text' in said && said.text);

  /** Messages are let through when the test says so. */
  async function holdMessages(): Promise<{ letThrough: () => Promise<void> }> {
    const held: Route[] = [];
    await page.route('**/chat', (route) => {
      if (route.request().method() === 'POST') held.push(route);
      else void route.continue();
    });
    return {
      letThrough: async () => {
        await Promise.all(held.map((each) => each.continue()));
      },
    };
  }

  it('shows that a message is on its way, and takes it once however often Send is pressed', async () => {
    await page.clock.install();
    await signIn(page, web.url, 'Ana Pires');
    const { letThrough } = await holdMessages();
    await box().fill(WORDS);
    await send();
    await page.getByText('Sending…').waitFor();
    await send();
    await page.clock.runFor(6_000);
    await page.getByText(wording.web.slow).waitFor();
    expect(await page.locator('#composer').getAttribute('aria-busy')).toBe('true');
    expect(await troubleOn(page)).toEqual([]);

    await letThrough();
    await page.getByText(`You said: ${WORDS}`).waitFor();
    expect(await page.getByText(wording.web.slow).count()).toBe(0);
    expect(texts()).toEqual([WORDS]);
  });

  it('keeps what is typed while a message is on its way', async () => {
    await signIn(page, web.url, 'Ana Pires');
    const { letThrough } = await holdMessages();
    await box().fill(WORDS);
    await send();
    await page.getByText('Sending…').waitFor();
    await box().press('End');
    await box().pressSequentially(' and sick pay');
    await letThrough();
    await page.getByText(`You said: ${WORDS}`).waitFor();

    expect(await box().inputValue()).toBe('and sick pay');
  });

  it('does once what was sent again because its answer was lost', async () => {
    await signIn(page, web.url, 'Ana Pires');
    let lost = 0;
    await page.route('**/chat', async (route) => {
      if (route.request().method() !== 'POST' || lost === 2) return route.continue();
      lost += 1;
      // The server has taken it; the way back is cut.
      await route.fetch();
      return route.abort('connectionreset');
    });
    await box().fill(WORDS);
    for (let presses = 1; presses <= 2; presses += 1) {
      await send();
      await page.getByRole('alert').getByText(wording.web.unreached).waitFor();
      expect(await box().inputValue()).toBe(WORDS);
    }
    await send();
    await page.getByText(`You said: ${WORDS}`).waitFor();

    expect(texts()).toEqual([WORDS]);
    expect(await page.locator('.turn').count()).toBe(1);
    expect(await box().inputValue()).toBe('');
  });

  it('gives a button that was pressed a second try, too, and rates once', async () => {
    await signIn(page, web.url, 'Ana Pires');
    await say(page, WORDS);
    let isLost = false;
    await page.route('**/chat', async (route) => {
      if (route.request().method() !== 'POST' || isLost) return route.continue();
      isLost = true;
      await route.fetch();
      return route.abort('connectionreset');
    });
    const yes = page.getByRole('button', { name: wording.feedback.yes, exact: true });
    await yes.click();
    await page.getByRole('alert').getByText(wording.web.unreached).waitFor();
    await yes.click();
    await page.getByText(wording.feedback.thanks).waitFor();

    expect(web.conversation.turns).toHaveLength(2);
  });

  it('says so where there is none, keeps the words, and goes on when it is back', async () => {
    await signIn(page, web.url, 'Ana Pires');
    await page.context().setOffline(true);
    await page.getByText(wording.web.offline).waitFor();
    await box().fill(WORDS);
    await send();
    await page.getByRole('alert').getByText('Not sent.').waitFor();
    expect(await box().inputValue()).toBe(WORDS);

    await page.context().setOffline(false);
    await send();
    await page.getByText(`You said: ${WORDS}`).waitFor();
    expect(texts()).toEqual([WORDS]);
    expect(await page.getByText(wording.web.offline).count()).toBe(0);
  });

  it('lets the chat be used as plain forms where its script never comes', async () => {
    await page.route('**/assets/chat.js*', (route) => route.abort());
    await signIn(page, web.url, 'Ana Pires');
    await box().fill(WORDS);
    await send();
    await page.waitForURL('**/chat#latest');
    await page.getByText(`You said: ${WORDS}`).waitFor();

    expect(texts()).toEqual([WORDS]);
  });

  it('brings the first page with all that it needs in less than 150 kB', async () => {
    let bytes = 0;
    page.on('requestfinished', (request) => {
      void request.sizes().then(({ responseBodySize }) => (bytes += responseBodySize));
    });
    await signIn(page, web.url, 'Ana Pires');
    await page.waitForLoadState('networkidle');

    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThan(150_000);
  });

  it('ends in a page with numbers to ring, where somebody opens the app without a network', async () => {
    await page.goto(`${web.url}/policies`);
    await page.evaluate('navigator.serviceWorker.ready');
    await page.context().setOffline(true);
    await page.goto(`${web.url}/chat`);
    await page.getByRole('heading', { name: 'You are offline' }).waitFor();

    expect(await page.getByRole('link', { name: '116 123' }).count()).toBeGreaterThan(0);
    expect(await troubleOn(page)).toEqual([]);
    await page.context().setOffline(false);
    await page.getByRole('link', { name: 'Try again' }).click();
    await page.waitForURL('**/who');
  });
});
