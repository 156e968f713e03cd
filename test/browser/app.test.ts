/** The web chat as a phone installs it. */
import { openWeb, type OpenWeb } from '../web/open-web';
import { aBrowserOfItsOwn, describeInBrowser, PHONE } from './chromium';

/** The windows of these tests are private ones, in which nothing is ever installed. */
const ONLY_PRIVATE = [{ errorId: 'in-incognito', errorArguments: [] }];

describeInBrowser('the web chat as an app', () => {
  const open = aBrowserOfItsOwn();
  let web: OpenWeb;

  beforeEach(async () => {
    web = await openWeb();
  });
  afterEach(() => web.close());

  it('has all that a browser asks of an app to be installed', async () => {
    const page = await open({ viewport: PHONE });
    const refused: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') refused.push(message.text());
    });
    await page.goto(`${web.url}/policies`);
    await page.evaluate('navigator.serviceWorker.ready');
    const devtools = await page.context().newCDPSession(page);

    expect(await devtools.send('Page.getAppManifest')).toMatchObject({
      url: `${web.url}/app.webmanifest`,
      errors: [],
    });
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    expect(installabilityErrors).toEqual(ONLY_PRIVATE);
    expect(refused).toEqual([]);
  });
});
