/** A ward computer: what the next person finds of the one before. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { wording } from '../../bot/wording';
import { openWeb, type OpenWeb } from '../web/open-web';
import { say, signIn } from './chat-page';
import { aBrowserOfItsOwn, describeInBrowser, DESKTOP } from './chromium';

const MINUTE = 60_000;
const SECRET = 'how do i tell them that i am pregnant';

describeInBrowser('a computer that is shared', () => {
  const open = aBrowserOfItsOwn();
  let web: OpenWeb;
  let page: Page;

  beforeEach(async () => {
    web = await openWeb();
  });
  afterEach(() => web.close());

  /** With a clock that the test moves, in the browser and in the server. */
  async function openSignedIn(more: BrowserContextOptions = {}): Promise<void> {
    page = await open({ viewport: DESKTOP, ...more });
    await page.clock.install();
    await signIn(page, web.url, 'Ana Pires');
  }
  async function wait(milliseconds: number): Promise<void> {
    web.wait(milliseconds);
    await page.clock.runFor(milliseconds);
  }

  /** All that a page can leave in a browser but its history. */
  const leftBehind = (): Promise<unknown> => page.evaluate(LEFT_BEHIND);
  const NOTHING_PERSONAL = {
    kept: ['/assets/nhsuk.css', '/assets/web.css', '/offline'],
    local: 0,
    session: 0,
    databases: 0,
    cookies: '',
  };

  it.each(['/chat', '/policies', '/help'])(
    'warns on %s, and then closes it and the session with it',
    async (path) => {
      await openSignedIn();
      await page.goto(web.url + path);
      await wait(4 * MINUTE + 10_000);
      await page.getByText(wording.web.stillThere).waitFor();
      await wait(50_000);
      await page.waitForURL('**/who?ended=quiet');

      await page.goto(`${web.url}/chat`);
      expect(new URL(page.url()).pathname).toBe('/who');
    },
  );

  it('stays open for who writes for longer than that, also where nothing is sent', async () => {
    await openSignedIn();
    await page.goto(`${web.url}/policies`);
    for (let minutes = 0; minutes < 12; minutes += 3) {
      await wait(3 * MINUTE);
      const told = page.waitForResponse('**/still-here');
      await page.keyboard.press('Shift');
      await wait(6_000);
      expect((await told).status()).toBe(204);
    }
    await page.goto(`${web.url}/chat`);
    expect(new URL(page.url()).pathname).toBe('/chat');
  });

  it('shows nothing to whoever wakes it after a long sleep', async () => {
    await openSignedIn();
    await say(page, SECRET);
    const later = 10 * MINUTE;
    web.wait(later);
    await page.clock.setSystemTime(Date.now() + later);
    await page.mouse.click(5, 400);
    await page.waitForURL('**/who?ended=quiet');

    expect(await page.getByText(SECRET).count()).toBe(0);
  });

  it('goes by itself without a script, too', async () => {
    page = await open({ javaScriptEnabled: false });
    await signIn(page, web.url, 'Ana Pires');

    const refresh = page.locator('meta[http-equiv=refresh]');
    expect(await refresh.getAttribute('content')).toBe('305;url=/who?ended=quiet');
    web.wait(5 * MINUTE + 5_000);
    await page.goto(`${web.url}/who?ended=quiet`);
    await page.getByText('You were signed out after 5 minutes of quiet').waitFor();
  });

  it('keeps nothing of a chat, neither while it goes on nor after it was left', async () => {
    await openSignedIn();
    await page.evaluate('navigator.serviceWorker.ready');
    await say(page, SECRET);
    await page.getByLabel('Your message').fill('and something that is not sent');
    expect(await leftBehind()).toEqual(NOTHING_PERSONAL);

    await page.getByRole('button', { name: 'Leave this page' }).click();
    await page.waitForURL('**/policies');

    expect(await leftBehind()).toEqual(NOTHING_PERSONAL);
    expect(await page.context().cookies()).toEqual([]);
  });

  it('is empty when somebody goes back through what the one before had open', async () => {
    await openSignedIn();
    await say(page, SECRET);
    await page.goto(`${web.url}/help`);
    await page.goto(`${web.url}/policies`);
    await page.getByRole('button', { name: 'Leave this page' }).click();
    await page.getByText('Ana Pires').waitFor({ state: 'detached' });

    for (let back = 0; back < 4; back += 1) {
      await page.goBack();
      expect(await page.getByText(SECRET).count()).toBe(0);
      expect(await page.getByRole('button', { name: 'Leave this page' }).count()).toBe(0);
    }
  });
});

const LEFT_BEHIND = `(async () => {
  const kept = [];
  for (const name of await caches.keys())
    for (const { url } of await (await caches.open(name)).keys()) kept.push(new URL(url).pathname);
  return {
    kept: kept.sort(),
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    cookies: document.cookie,
  };
})()`;
