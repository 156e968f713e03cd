import type { OutboxUnderTest } from './outbox';
import { anEvent, aRequest } from './samples';

/** What every request log must do, whatever it is made of. */
export function itIsARequestLog(
  open: () => Promise<Pick<OutboxUnderTest, 'requestLog' | 'confirm'>>,
): void {
  it('begins a request with the event "sent"', async () => {
    const { requestLog, confirm } = await open();
    await confirm(aRequest(), 'desk');

    expect(await requestLog.find('PS-7F3K9Q')).toEqual({
      request: aRequest(),
      events: [anEvent({ kind: 'sent', at: '2027-01-05T12:00:00.000Z', by: null })],
    });
    expect(await requestLog.find('PS-000000')).toBeUndefined();
  });

  it('adds what a receiving service tells, in order, and remembers how far it read', async () => {
    const { requestLog, confirm } = await open();
    await confirm(aRequest(), 'desk');
    expect(await requestLog.cursor('desk')).toBe(0);

    expect(await requestLog.record('desk', 7, anEvent())).toBe('recorded');
    expect(await requestLog.record('desk', 9, anEvent({ kind: 'done' }))).toBe('recorded');

    expect(await requestLog.cursor('desk')).toBe(9);
    expect(await requestLog.cursor('esr')).toBe(0);
    const followed = await requestLog.find('PS-7F3K9Q');
    expect(followed?.events.map(({ kind }) => kind)).toEqual(['sent', 'approved', 'done']);
  });

  it('changes nothing for an event that was seen before', async () => {
    const { requestLog, confirm } = await open();
    await confirm(aRequest(), 'desk');
    await requestLog.record('desk', 7, anEvent());

    expect(await requestLog.record('desk', 7, anEvent())).toBe('repeated');
    expect(await requestLog.record('desk', 3, anEvent({ kind: 'done' }))).toBe('repeated');
    expect(await requestLog.record('esr', 3, anEvent({ kind: 'done' }))).toBe('recorded');

    expect(await requestLog.cursor('desk')).toBe(7);
    expect((await requestLog.find('PS-7F3K9Q'))?.events).toHaveLength(3);
  });

  it('records one event once when two workers read the feed at the same moment', async () => {
    const { requestLog, confirm } = await open();
    await confirm(aRequest(), 'desk');

    const results = await Promise.all([1, 2, 3].map(() => requestLog.record('desk', 1, anEvent())));

    expect([...results].sort()).toEqual(['recorded', 'repeated', 'repeated']);
    expect((await requestLog.find('PS-7F3K9Q'))?.events).toHaveLength(2);
  });

  it('is received once', async () => {
    const { requestLog, confirm } = await open();
    await confirm(aRequest(), 'desk');
    const received = anEvent({ kind: 'received' });

    expect(await requestLog.record('desk', 1, received)).toBe('recorded');
    expect(await requestLog.record('desk', 2, received)).toBe('repeated');
    expect(await requestLog.cursor('desk')).toBe(2);
  });

  it('passes over an event of a request that it does not know', async () => {
    const { requestLog } = await open();

    expect(await requestLog.record('desk', 4, anEvent())).toBe('unknown-request');
    expect(await requestLog.cursor('desk')).toBe(4);
  });

  it('shows a person their own requests, newest first', async () => {
    const { requestLog, confirm } = await open();
    const second = aRequest({ id: 'PS-000001', draft: 'draft-2' });
    await confirm(aRequest(), 'desk');
    await confirm(second, 'desk');
    await confirm(aRequest({ id: 'PS-000002', draft: 'draft-3', requestedBy: 'ben' }), 'desk');

    expect((await requestLog.ofPerson('ana', 10)).map(({ request }) => request)).toEqual([
      second,
      aRequest(),
    ]);
    expect(await requestLog.ofPerson('ana', 1)).toMatchObject([
      { request: second, events: [{ kind: 'sent' }] },
    ]);
    expect(await requestLog.ofPerson('cyd', 10)).toEqual([]);
  });
}
