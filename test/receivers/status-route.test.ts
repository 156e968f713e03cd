import { createStores, type Stores } from '../../bot/storage/create-stores';
import { startServer, type RunningServer } from '../../bot/http/server';
import { createLog } from '../../bot/log';
import { receiverRoutes } from '../../bot/receivers/status-route';
import { keyOf, signatureOf } from '../../bot/receivers/signature';
import { aRequest, later, MINUTE } from '../contracts/samples';
import { confirmRequest } from '../support/confirm-request';
import { memoryDatabase } from '../support/memory-database';

const SECRET = 'a-secret-of-forty-characters-for-tests--';
const done = {
  key: 'PS-7F3K9Q',
  status: 'done',
  at: '2027-01-05T12:05:00Z',
  by: 'Payroll',
  note: 'Paid on Friday.',
  reference: 'HRC0000001',
};

describe('what a receiving service tells of its own accord', () => {
  let stores: Stores;
  let server: RunningServer;
  let close: () => Promise<void>;
  let news = 0;
  let now = later(10 * MINUTE);

  beforeEach(async () => {
    const db = await memoryDatabase();
    let ids = 0;
    stores = createStores(db, { newId: () => `o${(ids += 1)}` });
    await confirmRequest(stores, aRequest({ expectedBy: '2027-01-12' }), 'servicenow');
    await confirmRequest(stores, aRequest({ id: 'PS-000001', draft: 'd2' }), 'desk');
    news = 0;
    now = later(10 * MINUTE);
    server = await startServer({
      routes: receiverRoutes({
        reports: stores.reports,
        secrets: new Map([['servicenow', SECRET]]),
        onNews: () => (news += 1),
        log: createLog('silent'),
      }),
      host: '127.0.0.1',
      port: 0,
      log: createLog('silent'),
      clock: () => now,
    });
    close = async () => {
      await server.close();
      await db.destroy();
    };
  });
  afterEach(() => close());

  interface Sent {
    readonly id?: string;
    readonly at?: Date;
    readonly secret?: string;
    readonly system?: string;
    readonly headers?: Record<string, string>;
    /** Sent in place of what was signed. */
    readonly instead?: string;
  }

  async function send(
    body: unknown,
    {
      id = 'evt-1',
      at = now,
      secret = SECRET,
      system = 'servicenow',
      headers = {},
      instead,
    }: Sent = {},
  ) {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const timestamp = String(Math.floor(at.getTime() / 1000));
    const signature = signatureOf({ id, timestamp, body: Buffer.from(text) }, keyOf(secret));
    const reply = await fetch(`http://127.0.0.1:${server.port}/api/receivers/${system}/status`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': signature,
        ...headers,
      },
      body: instead ?? text,
    });
    return { status: reply.status, body: (await reply.json()) as Record<string, unknown> };
  }
  const kinds = async (id = 'PS-7F3K9Q') =>
    (await stores.requestLog.find(id))?.events.map(({ kind }) => kind);

  it('is written, and whoever tells requesters is woken', async () => {
    expect(await send(done)).toMatchObject({ status: 200, body: { kind: 'recorded' } });

    expect(await kinds()).toEqual(['sent', 'received', 'done']);
    expect(news).toBe(1);
  });

  it('counts once when it comes twice, also at the same moment, and signed anew', async () => {
    const both = await Promise.all([send(done), send(done)]);
    now = later(12 * MINUTE);
    const again = await send(done);

    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(again).toMatchObject({ status: 200, body: { kind: 'nothing-new' } });
    expect(await kinds()).toEqual(['sent', 'received', 'done']);
    expect(news).toBe(1);
  });

  it('does not mind the order in which it comes', async () => {
    await send(done, { id: 'evt-2' });
    const earlier = { ...done, status: 'received', at: '2027-01-05T12:01:00Z' };

    expect(await send(earlier)).toMatchObject({ status: 200, body: { kind: 'nothing-new' } });
    expect(await kinds()).toEqual(['sent', 'received', 'done']);
  });

  it.each<[string, Sent]>([
    ['with another secret', { secret: 'another-secret-of-forty-characters------' }],
    ['with another body than was signed', { instead: JSON.stringify({ ...done, note: 'x' }) }],
    ['with another id than was signed', { headers: { 'webhook-id': 'evt-9' } }],
    ['with another time than was signed', { headers: { 'webhook-timestamp': '1799150500' } }],
    ['with no signature', { headers: { 'webhook-signature': '' } }],
    ['with a signature of another scheme', { headers: { 'webhook-signature': 'v1a,AAAA' } }],
    ['by a system that cannot call', { system: 'elsewhere' }],
  ])('is refused %s, in the same words', async (_, sent) => {
    expect(await send(done, sent)).toMatchObject({ status: 401, body: { kind: 'not-signed' } });
    expect(await kinds()).toEqual(['sent']);
  });

  it('is refused more than five minutes before or after it was signed', async () => {
    for (const minutes of [-6, 6]) {
      const at = new Date(now.getTime() + minutes * MINUTE);
      expect(await send(done, { at })).toMatchObject({
        status: 401,
        body: { kind: 'out-of-time' },
      });
    }
    const inTime = { at: new Date(now.getTime() - 4 * MINUTE) };
    expect(await send(done, inTime)).toMatchObject({ status: 200 });
  });

  it('is let in by one of several signatures, so that a secret can be changed', async () => {
    const timestamp = String(Math.floor(now.getTime() / 1000));
    const body = Buffer.from(JSON.stringify(done));
    const good = signatureOf({ id: 'evt-1', timestamp, body }, keyOf(SECRET));

    expect(await send(done, { headers: { 'webhook-signature': `v1,AAAA ${good}` } })).toMatchObject(
      { status: 200 },
    );
  });

  it('says the same of a request that another has and of none', async () => {
    const theirs = await send({ ...done, key: 'PS-000001' }, { id: 'a' });
    const none = await send({ ...done, key: 'PS-000000' }, { id: 'b' });

    expect(theirs).toEqual(none);
    expect(none).toMatchObject({ status: 404, body: { kind: 'unknown-request' } });
    expect(await kinds('PS-000001')).toEqual(['sent']);
  });

  it('refuses one id with other words, and an end after another end', async () => {
    await send(done);

    expect(await send({ ...done, note: 'Paid today.' })).toMatchObject({
      status: 409,
      body: { kind: 'other-words' },
    });
    const declined = { ...done, status: 'declined' };
    expect(await send(declined, { id: 'evt-2' })).toMatchObject({
      status: 409,
      body: { kind: 'ended-otherwise' },
    });
    expect(await kinds()).toEqual(['sent', 'received', 'done']);
  });

  it.each<[string, object, string]>([
    ['no status and no day', { status: undefined }, 'status: must be there, or expectedBy'],
    ['a status that is none', { status: 'closed' }, 'status: '],
    ['no reason for declining', { status: 'declined', note: undefined }, 'note: must say why'],
    ['no reason for another day', { expectedBy: '2027-02-01' }, 'reason: must say why'],
    ['a day that has passed', { expectedBy: '2027-01-04', reason: 'x' }, 'expectedBy: must not'],
    ['a time to come', { at: '2027-01-05T12:30:00Z' }, 'at: must not be in the future'],
    ['a key that is none', { key: "PS-1' or 1=1" }, 'key: '],
    ['more than is known', { state: 'done' }, ': Unrecognized'],
  ])('is refused with %s, and says what to mend', async (_, changes, problem) => {
    const answer = await send({ ...done, ...changes });

    expect(answer).toMatchObject({ status: 422, body: { kind: 'wrong-body' } });
    expect(JSON.stringify(answer.body.problems)).toContain(problem);
    expect(JSON.stringify(answer.body)).not.toContain('1=1');
    expect(await kinds()).toEqual(['sent']);
  });

  it('is refused where it is too large or no JSON', async () => {
    expect((await send({ ...done, note: 'x'.repeat(17_000) })).status).toBe(413);
    expect((await send('{"key":')).status).toBe(400);
  });

  it('moves the day on which it is expected', async () => {
    const moved = {
      key: done.key,
      at: done.at,
      expectedBy: '2027-02-01',
      reason: 'We wait for the ward.',
    };

    expect(await send(moved)).toMatchObject({ status: 200, body: { kind: 'recorded' } });
    expect((await stores.requestLog.find(done.key))?.events.at(-1)).toMatchObject({
      kind: 'expected',
      expectedBy: '2027-02-01',
      note: 'We wait for the ward.',
    });
  });
});

describe('the key of a secret', () => {
  it('is the one of the Standard Webhooks specification', () => {
    // The example of the specification's own libraries.
    const signed = {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      timestamp: '1614265330',
      body: Buffer.from('{"test": 2432232314}'),
    };

    expect(signatureOf(signed, keyOf('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'))).toBe(
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    );
  });
});
