import { DeskEvents, DeskQueue } from '../../bot/desk/desk-request';
import { openDesk, type OpenDesk } from '../support/open-desk';
import { aDeskRequest } from './a-desk-request';

const NOON = new Date('2026-11-05T12:00:00Z');
const fern = { id: 'fern-lacey', name: 'Fern Lacey' };
const kofi = { id: 'kofi-mensah-reid', name: 'Kofi Mensah-Reid' };
const signal = new AbortController().signal;

describe('working on a request at the desk', () => {
  let now = NOON;
  let desk: OpenDesk;
  let reference: string;

  beforeEach(async () => {
    now = NOON;
    desk = await openDesk(() => now);
    reference = (await desk.store.accept(aDeskRequest(), now)).reference;
  });
  afterEach(() => desk.close());

  const read = () => desk.client.read(reference, signal);
  const ask = (key = 'form-0001', text = 'Which days?') =>
    desk.client.write(reference, { kind: 'asked', key, by: fern.name, text }, signal);
  const answer = (question: number, changes: object = {}) =>
    desk.store.takeAnswer({
      request: 'PS-7F3K9Q',
      question,
      by: 'Ana Pires',
      text: 'The 3rd.',
      at: NOON.toISOString(),
      ...changes,
    });

  it('gives it to one agent, and hands it on only from who is thought to have it', async () => {
    const give = (to: typeof fern | null, from: string | null) =>
      desk.client.assign(reference, { to, from, by: fern.name }, signal);

    expect(await give(fern, null)).toMatchObject({ kind: 'changed', request: { assignee: fern } });
    expect(await give(fern, null)).toMatchObject({ kind: 'changed' });
    expect(await give(kofi, null)).toMatchObject({ kind: 'overtaken' });
    expect(await give(kofi, fern.id)).toMatchObject({ request: { assignee: kofi } });
    expect(await give(null, kofi.id)).toMatchObject({ request: { assignee: null } });

    const events = (await read())?.events.map(({ kind, to }) => [kind, to]);
    expect(events).toEqual([
      ['status', null],
      ['assigned', 'Fern Lacey'],
      ['assigned', 'Kofi Mensah-Reid'],
      ['assigned', null],
    ]);
  });

  it('waits for an answer while one of its questions has none', async () => {
    await ask('form-0001');
    await ask('form-0002', 'And which ward?');
    const numbers = (await read())?.events.flatMap(({ kind, number }) =>
      kind === 'asked' ? [number] : [],
    );

    await answer(numbers![1]!);
    expect(await read()).toMatchObject({ waiting: 'asked' });
    await answer(numbers![0]!);
    expect(await read()).toMatchObject({ waiting: 'answered' });
  });

  it('asks once a form, and takes one answer to each question', async () => {
    await ask();
    await ask();
    expect(await read()).toMatchObject({ waiting: 'asked' });
    const [, asked] = (await read())?.events ?? [];

    expect(await answer(asked?.number ?? 0)).toEqual({ kind: 'done' });
    expect(await answer(asked?.number ?? 0, { text: 'Another.' })).toEqual({ kind: 'repeated' });
    expect(await answer(99)).toMatchObject({ kind: 'unknown-request' });
    expect(await answer(1)).toMatchObject({ kind: 'unknown-request' });
    expect(await answer(asked?.number ?? 0, { request: 'PS-000000' })).toMatchObject({
      kind: 'unknown-request',
    });

    const found = await read();
    expect(found?.waiting).toBe('answered');
    expect(found?.events.map(({ kind, by, note, question }) => [kind, by, note, question])).toEqual(
      [
        ['status', null, null, null],
        ['asked', 'Fern Lacey', 'Which days?', null],
        ['answered', 'Ana Pires', 'The 3rd.', asked?.number],
      ],
    );
  });

  it('takes nothing under a key that was used for other words, or of another request', async () => {
    await ask();
    const other = (await desk.store.accept(aDeskRequest({ key: 'PS-AAAAAA' }), now)).reference;
    const elsewhere = {
      kind: 'asked',
      key: 'form-0001',
      by: fern.name,
      text: 'Which days?',
    } as const;

    expect(await ask('form-0001', 'Which hours?')).toMatchObject({ kind: 'overtaken' });
    expect(await desk.client.write(other, elsewhere, signal)).toMatchObject({ kind: 'overtaken' });

    expect((await read())?.events.map(({ note }) => note)).toEqual([null, 'Which days?']);
    expect(await desk.client.read(other, signal)).toMatchObject({ waiting: null });
  });

  it('takes an answer whatever keys the forms of the desk have', async () => {
    await ask('answer-3');
    await ask();
    const [, , asked] = (await read())?.events ?? [];

    expect(asked?.number).toBe(3);
    expect(await answer(3)).toEqual({ kind: 'done' });
  });

  it('asks nothing once it has ended, and still takes what was answered before', async () => {
    await ask();
    const [, asked] = (await read())?.events ?? [];
    const end = { status: 'declined', expected: 'received', by: fern.name, note: 'No.' } as const;
    await desk.client.changeStatus(reference, end, signal);

    expect(await ask('form-0002')).toMatchObject({ kind: 'overtaken' });
    expect(await answer(asked?.number ?? 0)).toEqual({ kind: 'done' });
    expect(await read()).toMatchObject({ waiting: null });
  });

  it('tells the sender of questions and notes, and of nothing that is the desk’s own', async () => {
    await desk.client.assign(reference, { to: fern, from: null, by: fern.name }, signal);
    await ask();
    const note = { kind: 'noted', key: 'form-0003', by: fern.name, text: 'In hand.' } as const;
    await desk.client.write(reference, note, signal);
    await answer(3);

    const { events, last } = DeskEvents.parse(await desk.store.eventsAfter(0, 100));

    expect(events.map(({ number, kind, note: text }) => [number, kind, text])).toEqual([
      [1, 'status', null],
      [3, 'asked', 'Which days?'],
      [4, 'noted', 'In hand.'],
    ]);
    expect(last).toBe(5);
  });

  it('is found by service, by who has it, by age and by clock, in either order', async () => {
    const hand = async (key: string, changes: object, at: string) => {
      const body = aDeskRequest({ key, confirmedAt: at, ...changes });
      return (await desk.store.accept(body, new Date(at))).reference;
    };
    const old = await hand('PS-AAAAAA', { serviceLevelDays: 20 }, '2026-11-02T12:00:00.000Z');
    const pay = await hand(
      'PS-BBBBBB',
      { service: 'pay-query', serviceLevelDays: 2, organisation: 'vale' },
      '2026-11-04T12:00:00.000Z',
    );
    await desk.client.assign(pay, { to: fern, from: null, by: fern.name }, signal);
    const list = async (filter: object) => {
      const asked = { organisations: ['fellbridge', 'vale'], ...filter };
      const queue = DeskQueue.parse(await desk.client.list(asked, signal));
      return queue.requests.map((each) => each.reference);
    };

    expect(await list({})).toEqual([old, pay, reference]);
    expect(await list({ order: 'due' })).toEqual([pay, reference, old]);
    expect(await list({ service: 'pay-query' })).toEqual([pay]);
    expect(await list({ assignee: 'fern-lacey' })).toEqual([pay]);
    expect(await list({ assignee: 'nobody' })).toEqual([old, reference]);
    expect(await list({ before: '2026-11-05T00:00:00.000Z' })).toEqual([old, pay]);
    expect(await list({ dueTo: '2026-11-06' })).toEqual([pay]);
    expect(await list({ dueFrom: '2026-11-07', dueTo: '2026-11-12' })).toEqual([reference]);
    expect(await list({ organisations: ['vale'], service: 'book-annual-leave' })).toEqual([]);
    const { services } = await desk.client.list({ organisations: ['vale'] }, signal);
    expect(services).toEqual(['pay-query']);
  });

  it('is ordered, narrowed and told of by the day that it was given', async () => {
    const body = aDeskRequest({ key: 'PS-AAAAAA', expectedBy: '2026-11-10' });
    const other = (await desk.store.accept(body, now)).reference;
    const list = async (filter: object) => {
      const asked = { organisations: ['fellbridge'], order: 'due' as const, ...filter };
      return (await desk.client.list(asked, signal)).requests.map((each) => each.reference);
    };
    expect(await list({})).toEqual([other, reference]);
    expect(await list({ dueTo: '2026-11-10' })).toEqual([other]);

    await ask();
    const day = { expectedBy: '2026-12-01', seen: '2026-11-10', by: fern.name, note: 'Short.' };
    expect(await desk.client.expect(other, day, signal)).toMatchObject({ kind: 'changed' });

    expect(await list({})).toEqual([reference, other]);
    expect(await list({ dueTo: '2026-11-10' })).toEqual([]);
    expect(await list({ dueFrom: '2026-12-01', dueTo: '2026-12-01' })).toEqual([other]);
    const { events } = DeskEvents.parse(await desk.store.eventsAfter(2, 100));
    expect(events.map(({ kind, note, expectedBy }) => [kind, note, expectedBy])).toEqual([
      ['asked', 'Which days?', null],
      ['expected', 'Short.', '2026-12-01'],
    ]);
  });
});
