import { aBrowser, browserOf, field, type Browser } from './a-browser';
import { NOON, openWeb, type OpenWeb } from './open-web';
import { createSessions, QUIET_MS } from '../../bot/web/sessions';

describe('leaving a shared computer to the next person', () => {
  let web: OpenWeb;
  let ana: Browser;
  let seen: [person: string, sequence: number][];

  beforeEach(async () => {
    seen = [];
    const mails = {
      seen: async (person: string, sequence: number) => {
        seen.push([person, sequence]);
      },
    };
    web = await openWeb({ mails });
    ana = await browserOf(web.url, 'ana-pires');
  });
  afterEach(() => web.close());

  const keyOf = async () => field((await ana.get('/chat')).text, 'key');
  const stillHere = (key: string, browser = ana) =>
    browser.get('/still-here', { 'x-session-key': key });

  it('empties the browser’s cache, with the pages it keeps to go back to', async () => {
    const left = await ana.post('/leave', { key: await keyOf() });

    expect(left.headers.get('clear-site-data')).toBe('"cache"');
    expect(left.headers.getSetCookie().join()).toMatch(/people-services=; Max-Age=0/);
  });

  it('ends the session with the page that saw nobody for five minutes, not some seconds later', async () => {
    await ana.get('/chat');
    web.wait(QUIET_MS - 5_000);
    const gone = await ana.get('/who?ended=quiet');

    expect(gone.text).toContain('You were signed out after 5 minutes of quiet');
    expect(gone.headers.get('clear-site-data')).toBe('"cache"');
    expect(await ana.get('/chat')).toMatchObject({ location: '/who' });
  });

  it('ends it for whoever kept its cookie, too', () => {
    let secrets = 0;
    const sessions = createSessions(() => `secret-${(secrets += 1)}`);
    const { id } = sessions.open('ana-pires', NOON);
    const nearly = new Date(NOON.getTime() + QUIET_MS - 5_000);

    expect(sessions.closeIfQuiet(id, new Date(NOON.getTime() + 60_000))).toBe(false);
    expect(sessions.closeIfQuiet(id, nearly)).toBe(true);
    expect(sessions.peek(id, nearly)).toBeUndefined();
  });

  it('leaves the session to another page on which something was done', async () => {
    await ana.get('/chat');
    web.wait(QUIET_MS - 60_000);
    await ana.get('/policies');
    web.wait(60_000);
    const other = await ana.get('/who?ended=quiet');

    expect(other.headers.get('clear-site-data')).toBeNull();
    expect((await ana.get('/chat')).status).toBe(200);
  });

  it('keeps somebody who reads or writes on any page signed in', async () => {
    const key = await keyOf();
    for (let minutes = 0; minutes < 12; minutes += 4) {
      web.wait(4 * 60_000);
      expect((await stillHere(key)).status).toBe(204);
    }
    expect((await ana.get('/chat')).status).toBe(200);
  });

  it('keeps nobody in by a page of the person before, or of nobody', async () => {
    const before = await keyOf();
    await ana.signIn('tom-okafor');

    expect((await stillHere(before)).status).toBe(401);
    expect((await stillHere('', aBrowser(web.url))).status).toBe(401);
    web.wait(QUIET_MS - 1000);
    await stillHere(before);
    web.wait(1000);
    expect(await ana.get('/chat')).toMatchObject({ location: '/who' });
  });

  it('watches every page of somebody who is signed in, without a script too, and no other', async () => {
    for (const path of ['/chat', '/policies', '/help']) {
      const { text } = await ana.get(path);
      expect(text).toMatch(/<script src="\/assets\/quiet\.js\?v=/);
      expect(text).toContain(
        '<noscript><meta http-equiv="refresh" content="305;url=/who?ended=quiet"></noscript>',
      );
    }
    const { text } = await aBrowser(web.url).get('/policies');
    expect(text).not.toMatch(/quiet\.js|http-equiv="refresh"/);
  });

  it('takes news for read when the chat is opened, or something is done on a page that shows it', async () => {
    web.conversation.notice('web:ana-pires', 'It was approved.', NOON);
    const headers = { 'x-session-key': await keyOf() };
    expect(seen.at(-1)).toEqual(['ana-pires', 1]);

    web.conversation.notice('web:ana-pires', 'It is done.', NOON);
    await ana.get('/chat/updates?after=1&active=0', headers);
    await ana.get('/chat/updates?after=2&active=0', headers);
    expect(seen.at(-1)).toEqual(['ana-pires', 1]);
    await ana.get('/chat/updates?after=2&active=1', headers);
    expect(seen.at(-1)).toEqual(['ana-pires', 2]);
  });
});
