/** Signing in with a work account in a browser: there and back over two sites. */
import { openIdAt } from '../../bot/web/open-id';
import { startOpenIdProvider, type OpenIdProvider } from '../support/open-id-provider';
import { openWeb, type OpenWeb } from '../web/open-web';
import { say } from './chat-page';
import { aBrowserOfItsOwn, describeInBrowser, PHONE, troubleOn } from './chromium';

const ANA = '55ed2f8f-25e7-4de1-a1f3-5d9299b32c9b|026488b5-6475-4955-aaba-ccb1ee31e450';

describeInBrowser('signing in with a work account in a browser', () => {
  const open = aBrowserOfItsOwn();
  let provider: OpenIdProvider;
  let web: OpenWeb;

  beforeAll(async () => {
    provider = await startOpenIdProvider();
    web = await openWeb({ signIn: openIdAt(provider.settings) });
  });
  afterAll(async () => {
    provider.close();
    await web.close();
  });

  it('leads from the closed chat to the open one, on a phone, without a script too', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await open({ viewport: PHONE, javaScriptEnabled });
      await page.goto(`${web.url}/chat`);
      expect(await page.title()).toContain('Sign in');
      if (javaScriptEnabled) expect(await troubleOn(page)).toEqual([]);

      await page.getByRole('button', { name: 'Sign in with your work account' }).click();
      expect(new URL(page.url()).hostname).toBe('localhost');
      await page.locator('[name=login]').fill(ANA);
      await page.locator('[name=password]').fill('made-up');
      await page.locator('button[type=submit]').click();

      await page.waitForURL(`${web.url}/chat`);
      if (javaScriptEnabled) await say(page, 'how much leave do i get');
      expect(await page.getByText('Ana Pires').count()).toBeGreaterThan(0);
    }
  });
});
