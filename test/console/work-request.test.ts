import { bodyOf, browserOf, field, sendForm, type Browser } from '../web/a-browser';
import { confirmRequest } from '../support/confirm-request';
import { aRequest } from '../contracts/samples';
import { handIn } from './hand-in';
import { DAY, NOON, openConsole, type OpenConsole } from './open-console';

describe('working on a request beside its status', () => {
  let open: OpenConsole;
  let fern: Browser;
  let reference: string;
  let path: string;

  beforeEach(async () => {
    open = await openConsole();
    fern = await signedIn('fern-lacey');
    reference = await handIn(open);
    path = `/console/requests/${reference}`;
  });
  afterEach(() => open.close());

  const signedIn = (person: string) => browserOf(open.url, person);
  const post = (form: Record<string, string>, browser = fern) => sendForm(browser, path, form);
  const give = (to: string, from: string, browser = fern) =>
    post({ do: 'assign', to, from }, browser);
  const write = (kind: string, text: string, browser = fern) =>
    post({ do: 'write', kind, text }, browser);
  const atDesk = async () => open.desk.store.read(reference, NOON);
  const audits = async () =>
    (await open.stores.reading.audits(20)).flatMap(({ did, reason }) =>
      did === 'changed-request' ? [reason] : [],
    );

  it('is taken by one agent, and handed to a colleague who works there', async () => {
    expect(bodyOf(await fern.get(path))).toContain('Nobody has this yet.');

    expect(await give('fern-lacey', '')).toMatchObject({ status: 303, location: `${path}#work` });
    expect(bodyOf(await fern.get(path))).toContain('You have this.');
    const kofi = await signedIn('kofi-mensah-reid');
    expect(bodyOf(await kofi.get(path))).toContain('Fern Lacey has this.');
    expect(bodyOf(await give('kofi-mensah-reid', '', kofi))).toContain('Nothing was changed');
    await give('hannah-silva', 'fern-lacey');
    expect((await atDesk())?.assignee).toEqual({ id: 'hannah-silva', name: 'Hannah Silva' });
    expect(bodyOf(await fern.get(path))).toMatch(/Given to <\/strong> Hannah Silva/);
    const toNobodyThere = await give('grace-adeyemi', 'hannah-silva');
    expect(toNobodyThere.status).toBe(422);
    expect(bodyOf(toNobodyThere)).toContain('Choose a colleague from the list');
    expect((await atDesk())?.assignee).toMatchObject({ id: 'hannah-silva' });
    expect(await audits()).toEqual(['Given to Hannah Silva', 'Given to Fern Lacey']);
  });

  it('is given to nobody by a list in which nobody was chosen, and given back by one in which nobody is', async () => {
    expect((await give('', '')).status).toBe(422);
    expect(await audits()).toEqual([]);

    await give('fern-lacey', '');
    expect((await give('', 'fern-lacey')).status).toBe(303);
    expect((await atDesk())?.assignee).toBeNull();
    expect(bodyOf(await fern.get(path))).toMatch(/Given back <\/strong>/);
  });

  it('asks its requester and tells them, once a form, and shows what they answered', async () => {
    const { text } = await fern.get(path);
    const form = { key: field(text, 'key'), message: field(text, 'message'), do: 'write' };
    await fern.post(path, { ...form, kind: 'asked', text: 'Which <days>?' });
    await fern.post(path, { ...form, kind: 'asked', text: 'Which <days>?' });
    await write('noted', 'I look into it.');

    const events = (await atDesk())?.events.map(({ kind, by, note }) => [kind, by, note]);
    expect(events).toEqual([
      ['status', null, null],
      ['asked', 'Fern Lacey', 'Which <days>?'],
      ['noted', 'Fern Lacey', 'I look into it.'],
    ]);
    expect(bodyOf(await fern.get(path))).toContain('Asked, not answered yet');
    expect(bodyOf(await fern.get(path))).toContain('Which &lt;days&gt;?');
    const answer = { request: 'PS-7F3K9Q', question: 2, by: 'Ana Pires', text: 'The 3rd.' };
    await open.desk.store.takeAnswer({ ...answer, at: NOON.toISOString() });
    expect(bodyOf(await fern.get(path))).toMatch(/Answered <\/strong>.*by Ana Pires.*The 3rd\./);
    expect(bodyOf(await fern.get('/console/requests'))).toMatch(/Received <\/strong>.*Answered/);
  });

  it('shows an answer that has not reached the desk yet', async () => {
    await confirmRequest(open.stores, aRequest({ requestedBy: 'ana-pires' }), 'desk');
    await open.stores.requestLog.record('desk', 1, {
      request: 'PS-7F3K9Q',
      kind: 'answered',
      at: NOON.toISOString(),
      by: 'Ana Pires',
      note: 'The 3rd.',
      receiverReference: null,
      question: '2',
    });

    expect(bodyOf(await fern.get(path))).toMatch(/on its way to the desk\..*The 3rd\./);
  });

  it('says what is missing, and keeps what was written, also while the desk is away', async () => {
    const undecided = await write('', 'a <thought>');
    const empty = await write('asked', '  ');
    const tooLong = await write('noted', 'x'.repeat(2001));

    expect([undecided, empty, tooLong].map(({ status }) => status)).toEqual([422, 422, 422]);
    expect(undecided.text).toContain('a &lt;thought&gt;</textarea>');
    expect(bodyOf(empty)).toContain('Write what they are to read');
    expect((await atDesk())?.events).toHaveLength(1);
    const { text } = await fern.get(path);
    const form = { key: field(text, 'key'), message: 'form-0001', do: 'write', kind: 'asked' };
    await open.loseDesk();
    const away = await fern.post(path, { ...form, text: 'Which days?' });
    expect(away.status).toBe(503);
    expect(bodyOf(away)).toMatch(/make it once more\..*Which days\?/);
  });

  it('asks nothing once it has ended, and is not for its requester or another system', async () => {
    await open.desk.store.change(
      reference,
      { status: 'declined', expected: 'received', by: 'Kofi', note: 'No.' },
      NOON,
    );
    expect(bodyOf(await fern.get(path))).not.toContain('Ask a question');
    expect(bodyOf(await write('', 'a thought')).match(/a thought/g)).toHaveLength(1);
    const late = await write('asked', 'Which days?');
    expect(late.status).toBe(409);
    expect(bodyOf(late)).toMatch(/This request has ended.*Which days\?/);

    const own = { id: 'fern-lacey', name: 'Fern Lacey', email: '' };
    const mine = await handIn(open, { key: 'PS-7F3K9R', requestedBy: own });
    path = `/console/requests/${mine}`;
    expect((await give('fern-lacey', '')).status).toBe(403);
    const grace = await signedIn('grace-adeyemi');
    const key = field((await grace.get('/chat')).text, 'key');
    expect((await grace.post(path, { key, do: 'assign', to: '', from: '' })).status).toBe(403);
  });

  it('is found in the queue by service, age, clock and who has it', async () => {
    const old = await handIn(
      open,
      { key: 'PS-AAAAAA', service: 'pay-query', serviceTitle: 'Ask about your pay' },
      new Date(NOON.getTime() - 14 * DAY),
    );
    await give('fern-lacey', '');
    const found = async (query: string) => {
      const { text } = await fern.get(`/console/requests?${query}`);
      return [...text.matchAll(/href="\/console\/requests\/([^"]+)"/g)].map(([, each]) => each);
    };

    expect(await found('')).toEqual([old, reference]);
    expect(await found('service=pay-query')).toEqual([old]);
    expect(await found('age=5')).toEqual([old]);
    expect(await found('age=10')).toEqual([]);
    expect(await found('clock=late')).toEqual([old]);
    expect(await found('clock=soon')).toEqual([]);
    expect(await found('clock=well')).toEqual([reference]);
    expect(await found('has=me')).toEqual([reference]);
    expect(await found('has=nobody')).toEqual([old]);
    expect(await found('order=due&organisation=fellbridge')).toEqual([old, reference]);
    expect(await found('service=%00&age=x&clock=x&has=x&order=x')).toEqual([]);
    expect(await found(`service=${'x'.repeat(101)}`)).toEqual([old, reference]);
    expect((await fern.get('/console/requests')).text).toContain('Ask about your pay</option>');
  });
});
