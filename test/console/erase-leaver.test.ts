import { bodyOf, browserOf, field, type Browser } from '../web/a-browser';
import { aDeskRequest } from '../desk/a-desk-request';
import { converse } from './a-conversation';
import { openConsole, type OpenConsole } from './open-console';

const LEAVERS = '/console/person-data/leavers';
const ZOE = { id: 'zoe-gone', name: 'Zoe Gone', email: 'zoe.gone@fellbridge.example' };
const WHY = 'A letter of 4 January, and her passport seen';

describe('erasure for somebody who has left', () => {
  let open: OpenConsole;
  let olu: Browser;
  beforeEach(async () => {
    open = await openConsole();
    const theirs = { conversation: `web:${ZOE.id}`, person: ZOE.id };
    await converse(open.stores, [{ said: 'words of Zoe' }], theirs);
    const { store } = open.desk;
    const { reference } = await store.accept(aDeskRequest({ requestedBy: ZOE }), open.now());
    const no = { status: 'declined', expected: 'received', by: 'Fern', note: 'No.' } as const;
    await store.change(reference, no, open.now());
    olu = await browserOf(open.url, 'olu-martins');
  });
  afterEach(() => open.close());

  const send = async (form: Record<string, string> = {}, browser = olu) => {
    const { text } = await browser.get('/console/person-data');
    const hidden = { key: field(text, 'key'), message: field(text, 'message') };
    const said = { who: ZOE.email, reason: WHY, sure: 'yes' };
    return browser.post(LEAVERS, { ...hidden, ...said, ...form });
  };
  const saidOfZoe = async () =>
    (await open.stores.outgoing.history(`web:${ZOE.id}`, 0, 5)).map(({ said }) => said);

  it.each(['email', 'id'] as const)('erases here and at the desk, by their %s', async (by) => {
    const page = await send({ who: ZOE[by] });

    expect([page.status, bodyOf(page)]).toEqual([
      200,
      expect.stringContaining('Their data was erased'),
    ]);
    expect(bodyOf(page)).toContain('1 of their requests that had ended is gone');
    expect(await saidOfZoe()).toEqual([null]);
    expect(await open.desk.held()).toEqual([]);
    expect(bodyOf(await olu.get('/console/audit'))).toMatch(
      /Erased the data of somebody who left.*zoe[.-]gone.*her passport seen/,
    );
  });

  it.each([
    ['nobody named', { who: '' }, 'Write their staff id or work e-mail address'],
    ['somebody who works here', { who: 'ana-pires' }, 'still in the staff directory'],
    ['the e-mail of one', { who: 'ANA.PIRES@fellbridge.example' }, 'still in the staff directory'],
    ['no reason', { reason: 'xx' }, 'Say how and when they asked'],
    ['no tick', { sure: '' }, 'Tick that you checked who it is'],
  ])('is not done with %s', async (_, form, problem) => {
    const page = await send(form);

    expect([page.status, bodyOf(page)]).toEqual([422, expect.stringContaining(problem)]);
    expect(await saidOfZoe()).toEqual(['words of Zoe']);
    expect(await open.stores.reading.audits(5)).toEqual([]);
  });

  it('is not done by an address that somebody who works here had before', async () => {
    const before = { id: 'ana-pires', name: 'Ana Pires', email: 'ana.before@fellbridge.example' };
    const { store } = open.desk;
    await store.accept(aDeskRequest({ key: 'PS-OLD', requestedBy: before }), open.now());

    const page = await send({ who: before.email });

    expect([page.status, bodyOf(page)]).toEqual([
      422,
      expect.stringContaining('still in the staff directory'),
    ]);
    expect(await open.desk.held()).toContain('PS-OLD');
    expect(await open.stores.reading.audits(5)).toEqual([]);
  });

  it('is written down for each, also where a form comes again with another name', async () => {
    const { text } = await olu.get('/console/person-data');
    const form = { key: field(text, 'key'), message: field(text, 'message'), reason: WHY };
    for (const who of [ZOE.id, 'yan-gone']) await olu.post(LEAVERS, { ...form, sure: 'yes', who });

    const audits = await open.stores.reading.audits(5);
    expect(audits.map(({ what }) => what).toSorted()).toEqual(['yan-gone', ZOE.id]);
  });

  it('says so where nothing is kept of anybody like that', async () => {
    const page = await send({ who: 'nobody@fellbridge.example' });
    expect([page.status, bodyOf(page)]).toEqual([
      404,
      expect.stringContaining('We found nothing to erase'),
    ]);
  });

  it('does nothing, and says so, while the desk is away', async () => {
    await open.loseDesk();
    const page = await send();
    expect([page.status, bodyOf(page)]).toEqual([
      503,
      expect.stringContaining('Nothing was erased yet'),
    ]);
    expect(bodyOf(page)).toContain(WHY);
    expect(await saidOfZoe()).toEqual(['words of Zoe']);
  });

  it('is for administrators alone', async () => {
    const nadia = await browserOf(open.url, 'nadia-rahman');
    const key = field((await nadia.get('/chat')).text, 'key');
    expect((await nadia.post(LEAVERS, { key, who: ZOE.id, reason: WHY })).status).toBe(403);
    expect(await saidOfZoe()).toEqual(['words of Zoe']);
  });
});
