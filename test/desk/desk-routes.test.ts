import { z } from 'zod';
import { DeskEvents, DeskQueue, DeskReceipt } from '../../bot/desk/desk-request';
import { deskRoutes } from '../../bot/desk/desk-routes';
import { answerBeforeBody } from '../support/answer-before-body';
import { DESK_SECRET, type OpenDesk, openDesk } from '../support/open-desk';
import { aDeskRequest } from './a-desk-request';

let now = new Date('2026-11-05T12:00:00Z');
let desk: OpenDesk;

beforeEach(async () => {
  now = new Date('2026-11-05T12:00:00Z');
  desk = await openDesk(() => now);
});
afterEach(() => desk.close());

async function call(path: string, body?: object, headers: Record<string, string> = {}) {
  const reply = await fetch(`${desk.url}/desk/api${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${DESK_SECRET}`,
      'content-type': 'application/json',
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: reply.status, body: await reply.json() };
}

const handIn = (changes: object = {}) => {
  const body = aDeskRequest(changes);
  return call('/requests', body, { 'idempotency-key': body.key });
};

const referenceOf = (answer: { body: unknown }): string => DeskReceipt.parse(answer.body).reference;

describe('handing a request in', () => {
  it('gives it a reference of the desk’s own', async () => {
    expect(await handIn()).toEqual({
      status: 201,
      body: { key: 'PS-7F3K9Q', reference: 'D-2026-000001' },
    });
    expect(await handIn({ key: 'PS-7F3K9R' })).toMatchObject({
      body: { reference: 'D-2026-000002' },
    });
  });

  it('counts from one again in a new year', async () => {
    await handIn();
    now = new Date('2027-01-04T09:00:00Z');

    expect(referenceOf(await handIn({ key: 'PS-7F3K9R' }))).toBe('D-2027-000001');
  });

  it('answers the same key and words with the same reference', async () => {
    await handIn();

    expect(await handIn()).toEqual({
      status: 200,
      body: { key: 'PS-7F3K9Q', reference: 'D-2026-000001' },
    });
  });

  it('does not mind in which order the words come', async () => {
    const body = aDeskRequest();
    await handIn();
    const turned = Object.fromEntries(Object.entries(body).reverse());

    expect(await call('/requests', turned, { 'idempotency-key': body.key })).toMatchObject({
      status: 200,
    });
  });

  it('says so when a key comes with other words, and keeps the first', async () => {
    await handIn();

    expect(await handIn({ summary: 'Something else.' })).toMatchObject({
      status: 409,
      body: { kind: 'different-body', key: 'PS-7F3K9Q', reference: 'D-2026-000001' },
    });
    expect(await desk.store.read('D-2026-000001', now)).toMatchObject({
      summary: aDeskRequest().summary,
    });
  });

  it('keeps one of a key that is handed in many times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => handIn()));

    expect(new Set(answers.map(referenceOf)).size).toBe(1);
    expect(await desk.held()).toEqual(['PS-7F3K9Q']);
    expect((await desk.store.eventsAfter(0, 100)).events).toHaveLength(1);
  });

  it('names what is wrong, without repeating what was written', async () => {
    const answer = await handIn({ confirmedAt: 'Ana said yesterday', summary: '' });

    expect(answer).toMatchObject({ status: 400, body: { kind: 'bad-request' } });
    expect(JSON.stringify(answer.body)).toMatch(/summary.*confirmedAt|confirmedAt.*summary/);
    expect(JSON.stringify(answer.body)).not.toContain('Ana');
  });

  it('insists that header and body carry the same key', async () => {
    const answer = await call('/requests', aDeskRequest(), { 'idempotency-key': 'PS-000000' });

    expect(answer.status).toBe(400);
    expect(await desk.held()).toEqual([]);
  });
});

describe('the desk’s door', () => {
  it.each([
    ['GET', '/requests'],
    ['GET', '/requests/D-2026-000001'],
    ['GET', '/events'],
    ['POST', '/requests'],
    ['POST', '/requests/D-2026-000001/status'],
  ])('stays shut without the secret: %s %s', async (method, path) => {
    for (const authorization of ['', 'Bearer wrong', `Basic ${DESK_SECRET}`, DESK_SECRET]) {
      const reply = await fetch(`${desk.url}/desk/api${path}`, {
        method,
        headers: { authorization },
      });
      expect(reply.status).toBe(401);
    }
  });

  it('reads nothing of what comes without the secret', async () => {
    const file = `${desk.url}/desk/api/files/${'a'.repeat(64)}`;

    expect(await answerBeforeBody(file)).toMatchObject({ status: 401 });
  });

  it('cannot be opened with no secret at all', () => {
    expect(() => deskRoutes({ store: desk.store, secret: '', clock: () => now })).toThrow('secret');
  });
});

describe('the queue', () => {
  const keysOf = (answer: { body: unknown }): string[] =>
    DeskQueue.parse(answer.body).requests.map(({ key }) => key);

  beforeEach(async () => {
    await handIn({ key: 'PS-000001' });
    now = new Date('2026-11-06T12:30:00Z');
    await handIn({ key: 'PS-000002', organisation: 'vale' });
    await handIn({ key: 'PS-000003' });
  });

  it('shows the oldest first, and how long each has waited', async () => {
    const answer = await call('/requests');

    expect(keysOf(answer)).toEqual(['PS-000001', 'PS-000002', 'PS-000003']);
    expect(answer.body).toMatchObject({
      requests: [{ ageHours: 24 }, { ageHours: 0 }, { ageHours: 0 }],
      page: 1,
      pages: 1,
      total: 3,
    });
  });

  it('keeps organisations apart', async () => {
    expect(keysOf(await call('/requests?organisation=vale'))).toEqual(['PS-000002']);
    expect(keysOf(await call('/requests?organisation=vale&organisation=fellbridge'))).toHaveLength(
      3,
    );
    expect(keysOf(await call('/requests?organisation=nowhere'))).toEqual([]);
  });

  it('shows one status, or several', async () => {
    await desk.store.change(
      'D-2026-000001',
      { status: 'approved', expected: 'received', by: 'Maya Lund' },
      now,
    );

    expect(keysOf(await call('/requests?status=approved'))).toEqual(['PS-000001']);
    expect(keysOf(await call('/requests?status=approved&status=received'))).toHaveLength(3);
  });

  it('comes in pages', async () => {
    for (let number = 4; number <= 53; number++) {
      await handIn({ key: `PS-${String(number).padStart(6, '0')}` });
    }

    expect(await call('/requests?page=2')).toMatchObject({
      body: { page: 2, pages: 2, total: 53 },
    });
    expect(keysOf(await call('/requests?page=2'))).toEqual(['PS-000051', 'PS-000052', 'PS-000053']);
    expect(keysOf(await call('/requests?page=3'))).toEqual([]);
  });

  it.each(['status=lost', 'page=0', 'page=x', 'organisation='])('refuses %s', async (query) => {
    expect(await call(`/requests?${query}`)).toMatchObject({ status: 400 });
  });

  it('says when it does not know a request', async () => {
    expect(await call('/requests/D-2026-999999')).toMatchObject({
      status: 404,
      body: { kind: 'unknown-request' },
    });
  });
});

describe('the events that a sender follows', () => {
  it('tell what happened, in order, with the sender’s own key', async () => {
    await handIn();
    const change = {
      status: 'declined',
      expected: 'received',
      by: 'Maya Lund',
      note: 'Ward is short.',
    };
    await call('/requests/D-2026-000001/status', change);

    expect(await call('/events?after=0')).toEqual({
      status: 200,
      body: {
        last: 2,
        events: [
          {
            number: 1,
            key: 'PS-7F3K9Q',
            reference: 'D-2026-000001',
            kind: 'status',
            status: 'received',
            at: now.toISOString(),
            by: null,
            note: null,
            question: null,
            to: null,
            expectedBy: null,
          },
          {
            number: 2,
            key: 'PS-7F3K9Q',
            reference: 'D-2026-000001',
            kind: 'status',
            status: 'declined',
            at: now.toISOString(),
            by: 'Maya Lund',
            note: 'Ward is short.',
            question: null,
            to: null,
            expectedBy: null,
          },
        ],
      },
    });
  });

  it('begin after the number that was read last, and come in portions', async () => {
    for (const key of ['PS-000001', 'PS-000002', 'PS-000003']) await handIn({ key });
    const { events, last } = DeskEvents.parse((await call('/events?after=1&limit=1')).body);

    expect(events.map(({ key }) => key)).toEqual(['PS-000002']);
    expect(last).toBe(3);
  });

  it('are numbered without a gap when requests come in all at once', async () => {
    const keys = Array.from({ length: 10 }, (_, index) => `PS-00001${index}`);
    await Promise.all(keys.map((key) => handIn({ key })));

    const { events } = DeskEvents.parse((await call('/events')).body);
    expect(events.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(events.map(({ key }) => key).sort()).toEqual(keys);
  });

  it.each(['after=-1', 'after=x', 'limit=0', 'limit=501'])('refuse %s', async (query) => {
    const Refusal = z.object({ problems: z.array(z.string()).length(1) });

    expect(Refusal.safeParse((await call(`/events?${query}`)).body).success).toBe(true);
  });
});
