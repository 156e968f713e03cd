import { createDisguise } from '../../bot/console/disguise';
import { aCommit, aRequest } from '../contracts/samples';
import { confirmRequest } from '../support/confirm-request';
import { aBrowser, field, type Browser } from '../web/a-browser';
import { NOON, openConsole, type OpenConsole } from './open-console';

describe('requests that were not handed over', () => {
  let open: OpenConsole;
  let fern: Browser;
  let woken = 0;

  beforeEach(async () => {
    woken = 0;
    open = await openConsole({ onReplayed: () => (woken += 1) });
    fern = aBrowser(open.url);
    await fern.signIn('fern-lacey');
    for (const [id, organisation] of [
      ['PS-000001', 'fellbridge'],
      ['PS-000002', 'elsewhere'],
    ] as const) {
      const request = aRequest({ id, draft: id, requestedBy: 'ana-pires', organisation });
      await confirmRequest(open.stores, request, 'desk');
      await open.stores.outbox.claim(NOON);
      await open.stores.outbox.park(id, 'The desk answered 422.', NOON);
    }
  });
  afterEach(() => open.close());

  const press = async (request: string, browser = fern) => {
    const { text } = await browser.get('/console/parked');
    return browser.post('/console/parked', { key: field(text, 'key'), request });
  };

  it('are listed with why, for the organisations of the reader alone', async () => {
    const { text } = await fern.get('/console/parked');

    expect(text).toContain('1 request, longest waiting first');
    expect(text).toMatch(/PS-000001.*The desk answered 422\.\] \(tried 1 time\)/s);
    expect(text).not.toContain('PS-000002');
  });

  it('are nothing to whom they are about: not listed, not opened, not let go', async () => {
    const about = aRequest({ id: 'PS-000003', draft: 'd3', fields: { person: 'fern-lacey' } });
    await confirmRequest(open.stores, about, 'desk');
    await open.stores.outbox.claim(NOON);
    await open.stores.outbox.park('PS-000003', 'The desk answered 422.', NOON);

    expect((await fern.get('/console/parked')).text).not.toContain('PS-000003');
    expect((await fern.get('/console/requests/PS-000003')).text).toContain('can’t find that');
    expect((await press('PS-000003')).status).toBe(404);
    const kofi = aBrowser(open.url);
    await kofi.signIn('kofi-mensah-reid');
    expect((await kofi.get('/console/parked')).text).toContain('PS-000003');
  });

  it('go again at the press of a button, once, and that is written down', async () => {
    const pressed = await press('PS-000001');
    expect(pressed.status).toBe(303);
    const again = await fern.post('/console/parked', {
      key: field((await fern.get('/console')).text, 'key'),
      request: 'PS-000001',
    });
    expect(again.status).toBe(409);
    expect(again.text).toContain('Nothing was done. PS-000001 is not on this list any more');

    expect(await open.stores.outbox.claim(NOON)).toMatchObject({
      request: { id: 'PS-000001' },
      failures: 0,
    });
    expect(woken).toBe(1);
    const deeds = await open.stores.reading.audits(10);
    expect(deeds.filter(({ did }) => did === 'replayed-delivery')).toMatchObject([
      { who: 'fern-lacey', what: 'PS-000001' },
    ]);
    const { text } = await fern.get(pressed.location ?? '');
    expect(text).toContain('PS-000001 was let go again.');
  });

  it('are said to go again only where they do, whatever the address says', async () => {
    const sealed = createDisguise('a-secret-for-tests').seal('web:ana-pires');
    for (const again of ['PS-000001', 'AAAA', '', sealed]) {
      const { text } = await fern.get(`/console/parked?again=${again}`);
      expect(text).not.toContain('let go again');
      expect(text).not.toContain('web:ana-pires');
    }
  });

  it('are listed with answers that were not handed over, which go again too', async () => {
    const { answers, conversations, reading } = open.stores;
    const effect = { kind: 'question-answered', request: 'PS-000001', question: '7' } as const;
    await conversations.commit(
      aCommit({
        person: 'ana-pires',
        at: NOON,
        effects: [{ ...effect, by: 'Ana Pires', text: 'The 3rd.' }],
      }),
    );
    const answer = await answers.claim(NOON);
    await answers.park(answer!, 'The desk answered 404.');

    const { text } = await fern.get('/console/parked');
    expect(text).toContain('1 request and 1 answer, longest waiting first');
    expect(text).toMatch(
      /An answer about: Book annual leave.*The desk answered 404\.\] \(tried 1/s,
    );
    expect(text).not.toContain('The 3rd.');
    expect((await fern.get('/console')).text).toContain(
      '1 answer of a requester has not reached the desk',
    );
    const form = { key: field(text, 'key'), request: 'PS-000001', question: '7' };
    await fern.post('/console/parked', form);
    await fern.post('/console/parked', form);

    expect(await answers.claim(NOON)).toEqual(answer);
    expect(woken).toBe(1);
    expect(
      await reading.parked({ organisations: ['fellbridge'], notAbout: 'nobody' }, 5),
    ).toMatchObject({ total: 1, answers: 0 });
    const deeds = await reading.audits(10);
    expect(deeds.filter(({ did }) => did === 'replayed-answer')).toMatchObject([
      { who: 'fern-lacey', what: 'PS-000001' },
    ]);
  });

  it('of another system are not theirs to let go', async () => {
    expect((await press('PS-000002')).status).toBe(404);
    expect((await press('PS-00000X')).status).toBe(404);
    expect(await open.stores.outbox.claim(NOON)).toBeUndefined();
  });

  it('are not for those who do not work requests', async () => {
    const nadia = aBrowser(open.url);
    await nadia.signIn('nadia-rahman');

    expect((await nadia.get('/console/parked')).status).toBe(403);
  });
});
