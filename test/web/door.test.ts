import { request } from 'node:http';
import { aBrowser, field } from './a-browser';
import { answerBeforeBody } from '../support/answer-before-body';
import { openWeb, type OpenWeb } from './open-web';

describe('the door of the web chat', () => {
  let web: OpenWeb;

  beforeEach(async () => {
    web = await openWeb();
  });
  afterEach(() => web.close());

  it('lets a person be chosen, and sets a cookie that scripts and other sites cannot use', async () => {
    const browser = aBrowser(web.url);
    const choosing = await browser.get('/who');
    const form = { person: 'ana-pires', key: field(choosing.text, 'key') };
    const chosen = await browser.post('/who', form);

    expect(choosing.text).toMatch(/Fellbridge Hospitals[^]*Ana Pires[^]*Staff Nurse, Ward 7/);
    expect(chosen).toMatchObject({ status: 303, location: '/chat' });
    expect(chosen.headers.getSetCookie()[0]).toMatch(/; Path=\/; HttpOnly; SameSite=Strict/);
  });

  it('reads nothing of a message from nobody who has signed in', async () => {
    expect(await answerBeforeBody(`${web.url}/chat`)).toMatchObject({
      status: 303,
      location: '/who?ended=quiet',
    });
  });

  it('finds a person by name, job or ward', async () => {
    const { text } = await aBrowser(web.url).get('/who?q=grace+ward');

    expect(text).toContain('Grace Adeyemi');
    expect(text).not.toContain('Ana Pires');
  });

  it('opens a new session for each choice, so that an old cookie is worth nothing', async () => {
    const browser = aBrowser(web.url);
    const first = field((await browser.signIn('ana-pires')).text, 'key');
    const second = field((await browser.signIn('ana-pires')).text, 'key');

    expect(first).not.toBe(second);
  });

  it.each([
    ['a person who does not exist', { person: 'nobody' }],
    ['no key', { person: 'ana-pires', key: '' }],
  ])('refuses %s', async (_, form) => {
    const browser = aBrowser(web.url);
    const key = field((await browser.get('/who')).text, 'key');

    expect((await browser.post('/who', { key, ...form })).status).toBe(422);
    expect(await browser.get('/chat')).toMatchObject({ location: '/who' });
  });

  it.each([
    ['with the wrong key', { key: 'guessed' }, {}],
    ['without a key', { key: '' }, {}],
    ['from another site', {}, { origin: 'https://elsewhere.example' }],
    ['from another site, as the browser tells', {}, { 'sec-fetch-site': 'cross-site' }],
    ['from a page that hides where it is', {}, { origin: 'null' }],
  ])('acts on no form %s', async (_, form, headers) => {
    const browser = aBrowser(web.url);
    const { text } = await browser.signIn('ana-pires');
    const fields = { key: field(text, 'key'), message: field(text, 'message'), text: 'leave' };

    expect((await browser.post('/chat', { ...fields, ...form }, headers)).status).toBe(403);
    expect((await browser.post('/leave', { ...fields, ...form }, headers)).status).toBe(403);
    expect(web.conversation.turns).toEqual([]);
  });

  it('acts on a form of its own page', async () => {
    const browser = aBrowser(web.url);
    await browser.signIn('ana-pires');
    const headers = { origin: web.url, 'sec-fetch-site': 'same-origin' };

    expect((await browser.say('leave', headers)).status).toBe(303);
  });

  it.each(['/', '/who', '/chat'])('opens %s at an address of this machine only', async (path) => {
    expect(await statusAt(web.url, path, 'rebound.example:80')).toBe(403);
    expect(await statusAt(web.url, path, 'localhost:3978')).toBeLessThan(400);
  });

  it('opens the policies at any address', async () => {
    expect(await statusAt(web.url, '/policies', 'people.example')).toBe(200);
  });

  it('allows no script, style or frame but its own', async () => {
    const { headers, text } = await aBrowser(web.url).signIn('ana-pires');

    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text).not.toMatch(/<script>|<style|style="| on[a-z]+="/);
  });

  it('keeps its assets in the browser for a year, under an address that changes with them', async () => {
    const browser = aBrowser(web.url);
    const { text } = await browser.get('/policies');
    const [, url = ''] = /href="(\/assets\/web\.css\?v=[0-9a-f]+)"/.exec(text) ?? [];
    const asset = await browser.get(url);
    const again = await browser.get(url, { 'if-none-match': asset.headers.get('etag') ?? '' });

    expect(asset.headers.get('cache-control')).toContain('immutable');
    expect(asset.headers.get('content-type')).toContain('text/css');
    expect(again.status).toBe(304);
  });

  it('fetches nothing from anybody else', async () => {
    const { text } = await aBrowser(web.url).get('/assets/nhsuk.css');

    expect(text).not.toMatch(/url\(["']?https?:/);
  });

  it('says who can see what, and whom to ring', async () => {
    const browser = aBrowser(web.url);
    const open = await browser.get('/help');
    await browser.signIn('ana-pires');
    const own = await browser.get('/help');

    expect(open.text).toContain('I am a computer program');
    expect(open.text).toContain('href="tel:116123"');
    expect(own.text).toContain('Freedom to Speak Up guardian');
  });
});

describe('where nobody can sign in', () => {
  let web: OpenWeb;

  beforeEach(async () => {
    web = await openWeb({ signIn: 'off' });
  });
  afterEach(() => web.close());

  it('has no chat, and says where to ask', async () => {
    const browser = aBrowser(web.url);
    for (const path of ['/', '/who', '/chat', '/chat/updates']) {
      const { status, text } = await browser.get(path);
      expect([status, text]).toEqual([404, expect.stringContaining('Microsoft Teams')]);
    }
    for (const path of ['/who', '/chat', '/leave']) {
      expect((await browser.post(path, { person: 'ana-pires' })).status).toBe(404);
    }
  });

  it('still opens the policies and the help page', async () => {
    const browser = aBrowser(web.url);

    expect((await browser.get('/policies')).status).toBe(200);
    expect((await browser.get('/help')).status).toBe(200);
  });
});

/** `fetch` names its own host; a rebound page would not. */
function statusAt(url: string, path: string, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = request(url + path, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    call.on('error', reject);
    call.end();
  });
}
