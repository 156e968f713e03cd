import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { aBrowser, field, type Browser } from '../web/a-browser';
import { ROOT } from '../web/open-web';
import { handIn } from '../console/hand-in';
import { openConsole, type OpenConsole } from '../console/open-console';

const TEMPLATES = path.join(ROOT, 'bot/console/templates');
const BOX = /(?:textarea|input)\(\{\s*id: "[\w-]+", name: "(\w+)"/g;
const PART_OF_A_DAY = /\{ id: "[\w-]+", name: "(\w+)", label: "/g;
const WORDS = 'She <b>wants</b> the 3rd.';
const SHOWN = 'She &lt;b&gt;wants&lt;/b&gt; the 3rd.';
const MIB = 1024 * 1024;

/** The fields of all pages that people write in. */
const fieldsWrittenIn = (): readonly string[] => {
  const found = readdirSync(TEMPLATES).flatMap((file) => {
    const template = readFileSync(path.join(TEMPLATES, file), 'utf8');
    return [...template.matchAll(BOX), ...template.matchAll(PART_OF_A_DAY)];
  });
  return [...new Set(found.map(([, name = '']) => name))];
};

describe('what was written in a form of the console', () => {
  let open: OpenConsole;
  let fern: Browser;
  let request: string;
  let key: string;

  const signedIn = async (person: string): Promise<Browser> => {
    const browser = aBrowser(open.url);
    await browser.signIn(person);
    return browser;
  };
  beforeEach(async () => {
    open = await openConsole();
    fern = await signedIn('fern-lacey');
    request = `/console/requests/${await handIn(open)}`;
    key = field((await fern.get(request)).text, 'key');
  });
  afterEach(() => open.close());

  it('is given back after a sign-out and from an old page, whatever its field is called', async () => {
    const fields = fieldsWrittenIn();
    expect(fields).toEqual(expect.arrayContaining(['note', 'text', 'reason', 'who', 'month']));

    const lost: string[] = [];
    for (const name of fields) {
      const form = { key: 'of another session', [name]: WORDS };
      const out = await aBrowser(open.url).post(request, form);
      const old = await fern.post(request, form);
      expect([out.status, old.status]).toEqual([401, 403]);
      if (!out.text.includes(SHOWN) || !old.text.includes(SHOWN)) lost.push(name);
    }
    expect(lost).toEqual([]);
  });

  it('is given back with the day that it is about, where the desk is away', async () => {
    await open.loseDesk();
    const day = { do: 'expected', day: '8', month: '3', year: '2027' };

    const { status, text } = await fern.post(request, { key, ...day, note: WORDS });

    expect(status).toBe(503);
    expect(text).toContain(`8 3 2027\n\n${SHOWN}`);
  });

  it.each([
    [
      'to a request that is not there',
      '/console/requests/D-2027-999999',
      { expected: 'received' },
      404,
    ],
    ['in a form that lacks a part', '', { expected: 'unheard of' }, 422],
    ['in a message without its name', '', { do: 'write', kind: 'noted' }, 422],
    ['to nobody who can be chosen', '', { do: 'assign', to: 'ana-pires', from: '' }, 422],
  ])('is given back %s', async (_, place, form, status) => {
    const answer = await fern.post(place || request, { key, ...form, note: WORDS });

    expect(answer).toMatchObject({ status, text: expect.stringContaining(SHOWN) });
  });

  it('is given back to somebody whose role has ended, or never was', async () => {
    const nadia = await signedIn('nadia-rahman');
    const answer = await nadia.post(request, { key, note: WORDS });

    expect(answer).toMatchObject({ status: 403, text: expect.stringContaining(SHOWN) });
    const lost = await nadia.post('/console/transcripts/AAAA', {
      key: field((await nadia.get('/console/transcripts')).text, 'key'),
      reason: WORDS,
    });
    expect(lost).toMatchObject({ status: 404, text: expect.stringContaining(SHOWN) });
  });

  it('is given back in its box also where it is a book', async () => {
    const book = 'x'.repeat(200_000);
    const answer = await fern.post(request, {
      key,
      expected: 'received',
      status: 'done',
      note: book,
    });

    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`${book}</textarea>`);
  });

  it.each(['/console/requests/D-1', '/console/parked'])(
    'is told to be too much where it cannot be read, on a page: %s',
    async (place) => {
      const book = { key, note: 'x'.repeat(MIB) };

      const { status, text, headers } = await fern.post(place, book);
      expect([status, headers.get('content-type')]).toEqual([413, 'text/html; charset=utf-8']);
      expect(text).toContain('Nothing was changed');
      expect(text).toMatch(/far too long.*back button/s);
      expect(text).toContain(`href="${place}"`);
      expect((await aBrowser(open.url).post(place, book)).text).toContain('You were signed out');
    },
  );

  it('is told to be unreadable on a page too', async () => {
    const headers = { 'content-type': 'text/plain' };

    const { status, text } = await fern.postForm(request, 'note=x', headers);

    expect(status).toBe(400);
    expect(text).toMatch(/could not read.*back button/s);
  });
});
