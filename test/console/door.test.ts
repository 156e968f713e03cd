import { openIdAt } from '../../bot/web/open-id';
import { request } from 'node:http';
import { createDisguise } from '../../bot/console/disguise';
import { aBrowser, field } from '../web/a-browser';
import { aLongTalk, converse, CONVERSATION } from './a-conversation';
import { DAY, MINUTE, openConsole, type OpenConsole } from './open-console';

const disguise = createDisguise('a-secret-for-tests');
const seal = (conversation: string) => disguise.seal(conversation);
const TRANSCRIPT = `/console/transcripts/${seal(CONVERSATION)}`;
const PLACES = [
  '/console',
  '/console/transcripts',
  TRANSCRIPT,
  '/console/requests',
  '/console/audit',
  '/console/overview',
  '/console/knowledge',
];

describe('the door of the console', () => {
  let open: OpenConsole;
  const as = async (person: string) => {
    const browser = aBrowser(open.url);
    await browser.signIn(person);
    return browser;
  };
  const statusesFor = async (person: string) => {
    const browser = await as(person);
    return Promise.all(PLACES.map(async (place) => (await browser.get(place)).status));
  };

  beforeEach(async () => {
    open = await openConsole();
    await converse(open.stores, aLongTalk);
  });
  afterEach(() => open.close());

  it('asks who is there first', async () => {
    for (const place of PLACES) {
      expect(await aBrowser(open.url).get(place)).toMatchObject({
        status: 303,
        location: '/who?to=console',
      });
    }
  });

  it.each(['note', 'text'])('gives back what was written after a sign-out: %s', async (name) => {
    const words = 'She wants the week of 3 May.';
    const answer = await aBrowser(open.url).post('/console/phone/HP-000001', { [name]: words });

    expect(answer).toMatchObject({ status: 401, text: expect.stringContaining(words) });
  });

  it.each([
    ['staff without a role', 'ana-pires', [403, 403, 403, 403, 403, 403, 403]],
    ['an analyst', 'yusuf-demir', [303, 403, 403, 403, 403, 303, 403]],
    ['a reviewer', 'nadia-rahman', [200, 200, 200, 403, 403, 200, 200]],
    ['a desk agent', 'fern-lacey', [200, 403, 403, 200, 403, 200, 403]],
    ['an administrator', 'olu-martins', [200, 200, 200, 200, 200, 200, 200]],
    ['a reviewer of another organisation', 'joseph-amadi', [200, 200, 404, 403, 403, 200, 200]],
  ])('opens to %s what the role allows', async (_, person, statuses) => {
    expect(await statusesFor(person)).toEqual(statuses);
  });

  it('tells somebody without a role whom to ask, and shows the way only to those who have one', async () => {
    const ana = await as('ana-pires');
    const { text } = await ana.get('/console/transcripts');

    expect(text).toContain('Fellbridge people services');
    expect(text).toContain('01632 960 100');
    expect((await ana.get('/chat')).text).not.toContain('href="/console"');
    expect((await (await as('yusuf-demir')).get('/chat')).text).toContain('href="/console"');
  });

  it.each([
    ['another secret', createDisguise('another').seal(CONVERSATION)],
    ['the conversation’s own id', CONVERSATION],
    ['nonsense', 'AAAA'],
  ])('opens no conversation by %s', async (_, address) => {
    const browser = await as('nadia-rahman');

    expect((await browser.get(`/console/transcripts/${address}`)).status).toBe(404);
  });

  it('acts on no form without its key or from another site, and gives back what was written', async () => {
    const browser = await as('olu-martins');
    const key = field((await browser.get(TRANSCRIPT)).text, 'key');
    const reason = 'complaint number 12';
    const elsewhere = { origin: 'https://elsewhere.example' };

    const refused = [
      await browser.post(TRANSCRIPT, { key: 'guessed', reason }),
      await browser.post(TRANSCRIPT, { key, reason }, elsewhere),
      await browser.post('/console/requests/DESK-1', { key: '', note: 'all <well>' }),
    ];

    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect(refused.at(-1)?.text).toContain('all &lt;well&gt;');
    expect(await open.stores.reading.audits(10)).toHaveLength(1);
  });

  it('gives back what was written to somebody whose time ran out', async () => {
    const browser = await as('fern-lacey');
    const key = field((await browser.get('/console/requests')).text, 'key');
    open.wait(6 * MINUTE);

    const late = await browser.post('/console/requests/DESK-1', { key, note: 'agreed with Grace' });

    expect(late.status).toBe(401);
    expect(late.text).toContain('agreed with Grace');
  });

  it('answers only to this machine’s own names where nobody proves who they are', async () => {
    const status = await new Promise((resolve, reject) => {
      const call = request(`${open.url}/console`, { headers: { host: 'evil.example' } });
      call.on('response', (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      call.on('error', reject);
      call.end();
    });

    expect(status).toBe(403);
  });

  it('draws each page without styles or scripts of its own, which the server forbids', async () => {
    const browser = await as('olu-martins');
    for (const place of PLACES) {
      const { text } = await browser.get(place);
      expect(text).not.toMatch(/<script(?! src)|<style|\sstyle=|\son[a-z]+=/);
      expect(text).toMatch(/<title>\s*[^<]+ – People Services Assistant<\/title>/);
      expect(text).toContain('Skip to main content');
    }
  });
});

describe('the console where people sign in with a work account', () => {
  it('sends whoever has not done so to the way in, at any address', async () => {
    const settings = { issuer: 'http://127.0.0.1:9', clientId: 'web', clientSecret: 'made-up' };
    const open = await openConsole({ signIn: openIdAt({ ...settings, prompt: 'login' }) });
    for (const place of PLACES) {
      const headers = { host: 'people.example' };
      const { status, location } = await aBrowser(open.url).get(place, headers);
      expect([status, location]).toEqual([303, '/who?to=console']);
    }
    const { text } = await aBrowser(open.url).get('/who?to=console');
    expect(text).toContain('href="/sign-in?to=console"');
    await open.close();
  });
});

describe('the console where nobody can sign in', () => {
  it('does not exist, and says when it would', async () => {
    const open = await openConsole({ signIn: 'off' });
    for (const place of PLACES) {
      const { status, text } = await aBrowser(open.url).get(place);
      expect(status).toBe(404);
      expect(text).toContain('OpenID Connect');
    }
    await open.close();
  });
});

describe('the audit', () => {
  let open: OpenConsole;
  beforeEach(async () => {
    open = await openConsole();
  });
  afterEach(() => open.close());

  it('shows administrators who did what, when and why', async () => {
    await converse(open.stores, aLongTalk);
    const nadia = aBrowser(open.url);
    await nadia.signIn('nadia-rahman');
    const { text } = await nadia.get(TRANSCRIPT);
    await nadia.post(TRANSCRIPT, { key: field(text, 'key'), reason: 'complaint number 12' });

    const olu = aBrowser(open.url);
    await olu.signIn('olu-martins');
    const audit = (await olu.get('/console/audit')).text;

    expect(audit).toMatch(/Today, 12:00[^]*Nadia Rahman[^]*Names shown[^]*complaint number 12/);
    expect(audit).toContain(disguise.conversation(CONVERSATION));
    expect(audit).not.toContain('ana-pires');
  });

  it('goes over several pages', async () => {
    for (let n = 0; n < 51; n += 1) {
      const at = new Date(open.now().getTime() - (60 - n) * DAY);
      await open.stores.reading.audit({
        at,
        who: 'nadia-rahman',
        did: 'read-request',
        what: `DESK-${n}`,
        reason: null,
      });
    }
    const olu = aBrowser(open.url);
    await olu.signIn('olu-martins');

    const [first, second] = [
      await olu.get('/console/audit'),
      await olu.get('/console/audit?page=2'),
    ];

    expect(first.text).toContain('DESK-50');
    expect(first.text).toContain('/console/audit?page=2');
    expect(second.text).toContain('Request DESK-0');
    expect(second.text).not.toContain('Request DESK-50');
  });
});
