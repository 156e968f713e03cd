import { bodyOf, browserOf, field, type Browser } from '../web/a-browser';
import { aLongTalk, converse } from './a-conversation';
import { openConsole, type OpenConsole } from './open-console';

const PAGE = '/console/person-data';
const ANA = 'ana.pires@fellbridge.example';
const WHY = 'A letter of 4 January, checked with her by phone';

describe('a person’s data', () => {
  let open: OpenConsole;
  beforeEach(async () => {
    open = await openConsole();
    await converse(open.stores, aLongTalk);
  }, 60_000);
  afterEach(() => open.close());

  const ask = async (browser: Browser, form: Record<string, string>) => {
    const { text } = await browser.get(PAGE);
    return browser.post(PAGE, { key: field(text, 'key'), reason: WHY, as: 'page', ...form });
  };

  it('is made by an administrator with a reason, and that is in the audit', async () => {
    const olu = await browserOf(open.url, 'olu-martins');
    const page = await ask(olu, { email: ANA });
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(bodyOf(page)).toContain('Data about Ana Pires');
    // Her own words stand as she wrote them.
    expect(bodyOf(page)).toContain('does Priya');
    const file = await ask(olu, { email: ANA, as: 'file' });
    expect(JSON.parse(file.text)).toMatchObject({ person: { name: 'Ana Pires' } });
    expect(bodyOf(await olu.get('/console/audit'))).toMatch(
      /Made a copy of a person’s data.*Names shown.*Ana Pires.*A letter of 4 January/,
    );
  });

  it('shows what colleagues wrote with others’ names hidden', async () => {
    const verdict = { id: 'v1', interaction: 'i1', reviewer: 'nadia-rahman', cause: null };
    await open.stores.reviews.judge(
      { organisations: ['fellbridge'], except: [] },
      { ...verdict, at: open.now().toISOString(), verdict: 'wrong', note: 'Ask Priya Nair first' },
    );
    const olu = await browserOf(open.url, 'olu-martins');
    expect(bodyOf(await ask(olu, { email: ANA }))).toContain('Ask [name] first');
  });

  it('is told of in the audit without the names of those near its reader in the line', async () => {
    const audit = (person: string, name: string) =>
      Promise.all(
        [
          { did: 'helped-by-phone', what: `HP-${person}`, reason: person } as const,
          { did: 'searched-callers', what: name.toLowerCase(), reason: null } as const,
          { did: 'exported-data', what: person, reason: `${name} wrote to us` } as const,
        ].map((entry) =>
          open.stores.reading.audit({ at: open.now(), who: 'fern-lacey', ...entry }),
        ),
      );
    await audit('yusuf-demir', 'Yusuf');
    await audit('tom-okafor', 'Tom');
    const page = bodyOf(
      await (await browserOf(open.url, 'olu-martins')).get('/console/audit'),
    ).replaceAll('HP-yusuf-demir', 'HP-1');

    expect(page).toMatch(/Call HP-1 with somebody/);
    expect(page).not.toMatch(/yusuf/i);
    expect(page).toMatch(/Call HP-tom-okafor with Tom Okafor/);
    expect(page).toContain('“tom”');
    expect(page).toContain('Tom wrote to us');
  });

  it('needs a reason, and somebody who may be handed over', async () => {
    const olu = await browserOf(open.url, 'olu-martins');
    const without = await ask(olu, { email: ANA, reason: 'short' });
    expect([without.status, without.text.includes('Say how and when they asked')]).toEqual([
      422,
      true,
    ]);
    for (const email of ['nobody@fellbridge.example', 'olu.martins@fellbridge.example']) {
      const { status, text } = await ask(olu, { email });
      expect([status, text.includes('somebody whose data you may hand over')]).toEqual([422, true]);
      expect(text).toContain(WHY);
    }
    expect(await open.stores.reading.audits(5)).toEqual([]);
  });

  it('is for administrators alone', async () => {
    for (const who of ['nadia-rahman', 'fern-lacey', 'yusuf-demir']) {
      const browser = await browserOf(open.url, who);
      expect((await browser.get(PAGE)).status).toBe(403);
      const key = field((await browser.get('/chat')).text, 'key');
      const taken = await browser.post(PAGE, { key, email: ANA, reason: WHY, as: 'file' });
      expect(taken.status).toBe(403);
    }
  });
});
