import { TryLater } from '../../dialogs/dispatch/connector';
import { dayIn, momentIn } from '../../dialogs/dispatch/connectors/read-moment';
import { type FakeServiceNow, fakeServiceNow } from '../fakes/fake-servicenow';
import { connectorTo, problem, send, statusOf, thrownBy } from '../support/servicenow-as-mapped';

const KEYS = ['PS-7F3K9Q', 'PS-000001'];
const AT = '2027-01-05 12:30:00';
const { signal } = new AbortController();
let instance: FakeServiceNow;

/** Two cases, of which one is asked about and somebody works on it. */
beforeEach(async () => {
  instance = await fakeServiceNow();
  const connector = connectorTo(instance.url);
  for (const id of KEYS) await send(connector, 5_000, { id, expectedBy: '2027-01-12' });
});
afterEach(() => instance.close());

const ask = (requests = KEYS, changes = {}) =>
  statusOf(instance.url, changes).ask(requests, signal);

describe('asking ServiceNow how requests stand, as the worked example maps it', () => {
  it('tells the state, the note, the day and the time of each in our words', async () => {
    instance.change('PS-7F3K9Q', { state: '3', close_notes: 'Paid on Friday.' }, AT);
    instance.change('PS-000001', { state: '18', due_date: '2027-02-08 17:00:00' }, AT);

    expect(await ask()).toEqual([
      {
        system: 'servicenow',
        request: 'PS-7F3K9Q',
        status: 'done',
        expectedBy: '2027-01-12',
        at: '2027-01-05T12:30:00.000Z',
        by: null,
        note: 'Paid on Friday.',
        reason: null,
        reference: 'HRC0000001',
      },
      expect.objectContaining({
        request: 'PS-000001',
        status: 'received',
        expectedBy: '2027-02-08',
        note: null,
      }),
    ]);
  });

  it('asks about many in one call, and tells nothing of a state that the file does not name', async () => {
    instance.change('PS-7F3K9Q', { state: '24' }, AT);
    const before = instance.calls.length;

    expect(await ask()).toMatchObject([{ status: null }, { status: null }]);
    expect(instance.calls.slice(before)).toEqual(['token', 'status']);
  });

  it('tells nothing of a case that is not there any more', async () => {
    expect(await ask(['PS-000009'])).toEqual([]);
  });

  it('says that nothing happened later than it was asked, whatever their clock says', async () => {
    instance.change('PS-7F3K9Q', { state: '3' }, '2030-01-01 00:00:00');

    expect((await ask(['PS-7F3K9Q']))[0]?.at).toBe('2027-01-05T13:00:00.000Z');
  });

  it('asks with a new token where the one it had is refused', async () => {
    const source = statusOf(instance.url);
    await source.ask(KEYS, signal);
    instance.expireTokens();

    expect(await source.ask(KEYS, signal)).toHaveLength(2);
  });

  it('waits as long as it is asked to', async () => {
    instance.script(problem('status', 429, { 'retry-after': '120' }));

    const error = await thrownBy(ask());
    expect(error).toBeInstanceOf(TryLater);
    expect(error).toMatchObject({ notBefore: 120_000 });
  });

  it.each([
    [403, 'check status in its file, and what its account for us may read'],
    [400, 'check status in its file'],
    [503, 'servicenow answered 503 when it was asked how requests stand.'],
  ])('says what to mend at %i', async (status, words) => {
    instance.script(problem('status', status));

    expect(String(await thrownBy(ask()))).toContain(words);
  });

  it('believes nothing where it is told of others than it asked about', async () => {
    await instance.close();
    instance = await fakeServiceNow({ columns: ['number'] });
    await send(connectorTo(instance.url, { mapping: { lookUp: undefined } }));

    expect(String(await thrownBy(ask(['PS-000001'])))).toContain('told of others');
  });

  it('says so where it is told no list', async () => {
    expect(String(await thrownBy(ask(KEYS, { records: 'rows' })))).toContain(
      'told no list at "rows"',
    );
  });
});

describe('times of other systems', () => {
  it.each([
    ['2027-01-05 12:30:00', '2027-01-05T12:30:00.000Z'],
    ['2027-01-05T12:30:00+01:00', '2027-01-05T11:30:00.000Z'],
    ['2027-01-05T12:30Z', '2027-01-05T12:30:00.000Z'],
    ['5 January 2027', undefined],
    ['2027-13-05 12:30:00', undefined],
  ])('%s is %s', (text, moment) => {
    expect(momentIn(text)?.toISOString()).toBe(moment);
  });

  it.each([
    ['2027-06-05 23:30:00', '2027-06-06'],
    ['2027-01-05 23:30:00', '2027-01-05'],
    ['2027-01-05', '2027-01-05'],
    ['2027-02-30', undefined],
    ['', undefined],
  ])('the London day of %s is %s', (text, day) => {
    expect(dayIn(text)).toBe(day);
  });
});
