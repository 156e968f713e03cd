/** Signing in with a work account, against a real OpenID provider. */
import { openIdAt } from '../../bot/web/open-id';
import { startOpenIdProvider, type OpenIdProvider } from '../support/open-id-provider';
import { directory } from '../support/directory';
import { aBrowser } from './a-browser';
import { openWeb, type OpenWeb } from './open-web';

const FELLBRIDGE = '55ed2f8f-25e7-4de1-a1f3-5d9299b32c9b';
const ana = { tenant: FELLBRIDGE, objectId: '026488b5-6475-4955-aaba-ccb1ee31e450' };
const NOBODY = '11111111-2222-4333-8444-555555555555';

describe('signing in with a work account', () => {
  let provider: OpenIdProvider;
  let web: OpenWeb;

  beforeAll(async () => {
    provider = await startOpenIdProvider();
  });
  afterAll(() => {
    provider.close();
  });
  beforeEach(async () => {
    web = await openWeb({ signIn: openIdAt(provider.settings) });
  });
  afterEach(() => web.close());

  const away = async (browser = aBrowser(web.url)) => {
    const { status, location } = await browser.get('/sign-in');
    return { browser, status, address: new URL(location ?? 'missing:') };
  };
  it('leads on to where they were going, and nowhere else', async () => {
    for (const [asked, to] of [
      ['console', 'console'],
      ['//elsewhere.example', 'chat'],
    ] as const) {
      const browser = aBrowser(web.url);
      const { location } = await browser.get(`/sign-in?to=${asked}`);
      const came = await provider.signIn(location ?? '', ana);
      expect((await browser.get(came.pathname + came.search)).text).toContain(`url=/${to}"`);
    }
  });

  const comeBack = async (as: Parameters<OpenIdProvider['signIn']>[1]) => {
    const { browser, address } = await away();
    const came = await provider.signIn(address.href, as);
    const back = came.pathname + came.search;
    return { browser, back, page: await browser.get(back) };
  };

  it('takes in somebody of the directory, under the name that their account proves', async () => {
    const { browser, page } = await comeBack(ana);

    expect(page.status).toBe(200);
    expect(page.text).toContain('url=/chat');
    const chat = await browser.get('/chat');
    expect(chat.status).toBe(200);
    expect(chat.text).toContain('Ana Pires');
    expect((await browser.say('book monday off')).status).toBe(303);
    expect(web.conversation.turns[0]?.speaker).toMatchObject({ person: { id: 'ana-pires' } });
  });

  it('has them prove it each time, with an answer that nobody else can use', async () => {
    const { address } = await away();
    const asked = Object.fromEntries(address.searchParams);

    expect(asked).toMatchObject({
      prompt: 'login',
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: `${web.url}/signed-in`,
    });
    expect(asked.state).not.toBe((await away()).address.searchParams.get('state'));
    expect(asked.nonce?.length).toBeGreaterThan(20);
  });

  it('shows the way in to whoever has no session, and says when quiet ended it', async () => {
    const browser = aBrowser(web.url);
    expect(await browser.get('/chat')).toMatchObject({ status: 303, location: '/who' });
    expect((await browser.get('/who')).text).toContain('href="/sign-in?to=chat"');
    expect((await browser.get('/who?ended=quiet')).text).toContain('5 minutes of quiet');
    expect((await browser.get('/who')).text).not.toContain('Choose the person');
    expect((await browser.post('/who', { person: 'ana-pires', key: 'x' })).status).toBe(405);
  });

  it('is over after five quiet minutes, and when they leave', async () => {
    const { browser } = await comeBack(ana);
    web.wait(5 * 60_000);
    expect((await browser.get('/chat')).location).toBe('/who');

    const again = (await comeBack(ana)).browser;
    const key = /name="key" value="([^"]+)"/.exec((await again.get('/chat')).text)?.[1] ?? '';
    expect((await again.post('/leave', { key })).location).toBe('/policies');
    expect((await again.get('/chat')).location).toBe('/who');
  });

  it.each([
    ['not on the staff list', { ...ana, objectId: NOBODY }, 'You are not on our staff list'],
    ['of a tenant we do not serve', { ...ana, tenant: NOBODY }, 'does not use this service'],
    ['without the ids of Entra', 'without-ids' as const, 'must send “tid” and “oid”'],
  ])('lets nobody in who is %s, and says what to do', async (_, as, words) => {
    const { browser, page } = await comeBack(as);

    expect(page.status).toBe(403);
    expect(page.text).toContain(words);
    expect(page.text).toContain('href="/policies"');
    expect((await browser.get('/chat')).location).toBe('/who');
  });

  it('takes an answer only in the browser that asked, once, and unchanged', async () => {
    const { address, browser } = await away();
    const came = await provider.signIn(address.href, ana);
    const back = came.pathname + came.search;
    const other = (await away()).browser;

    expect((await aBrowser(web.url).get(back)).text).toContain('This page is out of date');
    expect((await other.get(back)).status).toBe(400);
    expect((await browser.get(back.replace(/state=[^&]+/, 'state=guessed'))).status).toBe(400);
    expect((await browser.get(back)).text).toContain('This page is out of date');
    for (const each of [other, browser]) expect((await each.get('/chat')).location).toBe('/who');
  });

  it('does not take a code a second time, even with all that belongs to it', async () => {
    const asked = await aBrowser(web.url).get('/sign-in');
    const kept = asked.headers.getSetCookie().join('; ');
    const came = await provider.signIn(asked.location ?? '', ana);
    const take = () => fetch(came, { headers: { cookie: kept }, redirect: 'manual' });

    expect((await take()).status).toBe(200);
    expect((await take()).status).toBe(400);
  });

  it('says so kindly when they stop half-way', async () => {
    const { browser, address } = await away();
    const state = address.searchParams.get('state') ?? '';
    const iss = encodeURIComponent(provider.settings.issuer);
    const back = `/signed-in?error=access_denied&state=${state}&iss=${iss}`;
    const page = await browser.get(back);

    expect(page.status).toBe(200);
    expect(page.text).toContain('You stopped before the end');
  });

  it('never keeps a session from before: somebody else may know it', async () => {
    const { browser, page } = await comeBack(ana);
    const first = sessionIn(page.headers);
    const { address } = await away(browser);
    const came = await provider.signIn(address.href, ana);
    const second = sessionIn((await browser.get(came.pathname + came.search)).headers);

    expect(second).not.toBe(first);
    const thief = await fetch(`${web.url}/chat`, {
      headers: { cookie: `people-services=${first}` },
      redirect: 'manual',
    });
    expect(thief.headers.get('location')).toBe('/who');
  });

  it('sends people back to the address that staff know, whatever the call says', async () => {
    const open = await openWeb({
      signIn: openIdAt(provider.settings),
      publicUrl: 'https://people.example',
    });
    const headers = { host: 'elsewhere.example' };
    const { location, headers: got } = await aBrowser(open.url).get('/sign-in', headers);
    await open.close();

    expect(new URL(location ?? 'missing:').searchParams.get('redirect_uri')).toBe(
      'https://people.example/signed-in',
    );
    expect(got.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-people-services-signing-in=.*HttpOnly.*Secure.*SameSite=Lax/),
    ]);
  });
});

describe('a provider that is away', () => {
  it('closes nothing else, and is asked again by the next', async () => {
    const settings = {
      issuer: 'http://127.0.0.1:9',
      clientId: 'assistant',
      clientSecret: 'made-up-client-secret',
      prompt: 'login',
    } as const;
    const web = await openWeb({ signIn: openIdAt(settings), directory });
    const browser = aBrowser(web.url);
    for (let times = 0; times < 2; times += 1) {
      const page = await browser.get('/sign-in');
      expect(page.status).toBe(503);
      expect(page.text).toContain('Wait a few minutes');
    }
    expect((await browser.get('/policies')).status).toBe(200);
    await web.close();
  });
});

const sessionIn = (headers: Headers): string =>
  /people-services=([^;]+)/.exec(headers.getSetCookie().join('\n'))?.[1] ?? '';
