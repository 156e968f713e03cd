import type { Stores } from '../../bot/storage/create-stores';
import type { StatusReport } from '../../dialogs';
import { confirmRequest } from '../support/confirm-request';
import { attached } from '../support/some-files';
import { aReply, aRequest, later, MINUTE, noon } from './samples';

export const aReport = (changes: Partial<StatusReport> = {}): StatusReport => ({
  system: 'servicenow',
  request: 'PS-7F3K9Q',
  status: 'done',
  expectedBy: null,
  at: later(10 * MINUTE).toISOString(),
  by: 'Payroll',
  note: 'Paid on Friday.',
  reason: null,
  reference: 'HRC0000001',
  ...changes,
});

const request = aRequest({ expectedBy: '2027-01-12' });

/** What must hold of the reports of receiving services, in whatever order and how often they come. */
export function theseAreReports(open: () => Promise<Stores>): void {
  /** Confirmed at noon, and handed over a minute later. */
  const handedOver = async (system = 'servicenow') => {
    const stores = await open();
    await confirmRequest(stores, request, system);
    await stores.outbox.claim(noon);
    await stores.outbox.settle(request.id, 'HRC0000001', later(MINUTE));
    return stores;
  };
  const kinds = async ({ requestLog }: Stores) =>
    (await requestLog.find(request.id))?.events.map(({ kind }) => kind);
  const untold = async ({ requestNews }: Stores) =>
    (await requestNews.untold(10)).map(({ event }) => event.kind);

  it('are written as events, of which the requester is told', async () => {
    const stores = await handedOver();

    expect(await stores.reports.record(aReport())).toMatchObject({ kind: 'recorded' });

    expect((await stores.requestLog.find(request.id))?.events.at(-1)).toEqual({
      request: request.id,
      kind: 'done',
      at: later(10 * MINUTE).toISOString(),
      by: 'Payroll',
      note: 'Paid on Friday.',
      receiverReference: 'HRC0000001',
    });
    expect(await untold(stores)).toEqual(['received', 'done']);
  });

  it('count once, however often and in how many processes they are told', async () => {
    const stores = await handedOver();
    const id = { id: 'evt-1', fingerprint: 'f1' };

    const told = await Promise.all([
      stores.reports.record(aReport(), id),
      stores.reports.record(aReport(), id),
      stores.reports.record(aReport()),
      stores.reports.record(aReport()),
    ]);

    expect(told.map(({ kind }) => kind).sort()).toEqual([
      'nothing-new',
      'nothing-new',
      'nothing-new',
      'recorded',
    ]);
    expect(await kinds(stores)).toEqual(['sent', 'received', 'done']);
  });

  it('are refused where one name comes with other words', async () => {
    const stores = await handedOver();
    await stores.reports.record(aReport({ status: 'received' }), { id: 'e', fingerprint: 'f1' });

    expect(await stores.reports.record(aReport(), { id: 'e', fingerprint: 'f2' })).toEqual({
      kind: 'other-words',
    });
    expect(await kinds(stores)).toEqual(['sent', 'received']);
  });

  it('are refused again where they were refused, so that a sender who missed it does not take it as done', async () => {
    const stores = await handedOver();
    await stores.reports.record(aReport());
    const declined = () =>
      stores.reports.record(aReport({ status: 'declined' }), { id: 'evt-2', fingerprint: 'f2' });

    expect(await declined()).toEqual({ kind: 'ended-otherwise', as: 'done' });
    expect(await declined()).toEqual({ kind: 'ended-otherwise', as: 'done' });
  });

  it('that come again move no day back', async () => {
    const stores = await handedOver();
    const moved = (expectedBy: string, id: string) =>
      stores.reports.record(aReport({ status: null, expectedBy }), { id, fingerprint: id });

    await moved('2027-02-08', 'evt-3');
    await moved('2027-02-15', 'evt-4');

    expect(await moved('2027-02-08', 'evt-3')).toEqual({ kind: 'nothing-new' });
    expect((await stores.requestLog.find(request.id))?.events.at(-1)).toMatchObject({
      expectedBy: '2027-02-15',
    });
  });

  it('never undo an end, in whatever order they come', async () => {
    const stores = await handedOver();
    await stores.reports.record(aReport());

    for (const status of ['received', 'approved', 'done', null] as const) {
      const late = aReport({ status, expectedBy: '2027-02-01' });
      expect(await stores.reports.record(late)).toEqual({ kind: 'nothing-new' });
    }
    expect(await stores.reports.record(aReport({ status: 'declined' }))).toEqual({
      kind: 'ended-otherwise',
      as: 'done',
    });
    expect(await kinds(stores)).toEqual(['sent', 'received', 'done']);
  });

  it('say first that it was received where the end comes before that, and our call need not end', async () => {
    const stores = await open();
    await confirmRequest(stores, request, 'servicenow');
    await stores.outbox.claim(noon);

    await stores.reports.record(aReport());
    await stores.outbox.settle(request.id, 'HRC0000001', later(20 * MINUTE));
    await stores.outbox.park(request.id, 'It did not answer.', later(20 * MINUTE));

    expect(await kinds(stores)).toEqual(['sent', 'received', 'done']);
    expect(await stores.outbox.claim(later(60 * MINUTE))).toBeUndefined();
  });

  it('take no request from its delivery whose files are still to be sent', async () => {
    const stores = await open();
    const files = [attached()];
    await confirmRequest(stores, { ...request, files }, 'servicenow');
    await stores.outbox.claim(noon);

    await stores.reports.record(aReport({ status: 'received' }));
    await stores.outbox.retryAt(request.id, later(2 * MINUTE), 'It took no files.');

    expect(await stores.outbox.claim(later(30 * MINUTE))).toMatchObject({ request: { files } });
    await stores.outbox.settle(request.id, 'HRC0000001', later(31 * MINUTE));
    expect(await kinds(stores)).toEqual(['sent', 'received']);
  });

  it('say that it was received where only its day is told, and learn its name there from our call', async () => {
    const stores = await open();
    await confirmRequest(stores, request, 'servicenow');
    await stores.outbox.claim(noon);

    const day = { status: null, expectedBy: '2027-02-01', reference: null };
    await stores.reports.record(aReport(day));
    await stores.outbox.settle(request.id, 'HRC0000001', later(20 * MINUTE));

    expect(await kinds(stores)).toEqual(['sent', 'received', 'expected']);
    await stores.reports.record(aReport({ reference: null }));
    const { events } = (await stores.requestLog.find(request.id))!;
    expect(events.at(-1)).toMatchObject({ kind: 'done', receiverReference: 'HRC0000001' });
  });

  it('are not heard of what still waits for its approver', async () => {
    const stores = await open();
    const task = { approver: 'grace', standsInFor: null, remindAt: noon, passOnAt: noon };
    await confirmRequest(stores, request, 'servicenow', { task, notice: aReply() });

    expect(await stores.reports.record(aReport({ status: 'approved' }))).toEqual({
      kind: 'unknown-request',
    });
  });

  it('are heard of a system’s own requests only, in the same words as of none', async () => {
    const stores = await handedOver('desk');

    expect(await stores.reports.record(aReport())).toEqual({ kind: 'unknown-request' });
    expect(await stores.reports.record(aReport({ request: 'PS-000000' }))).toEqual({
      kind: 'unknown-request',
    });
    expect(await kinds(stores)).toEqual(['sent', 'received']);
  });

  it('move the day on which it is expected, once for each day, and not back by an older one', async () => {
    const stores = await handedOver();
    const moved = (expectedBy: string, minutes: number) =>
      stores.reports.record(
        aReport({
          status: null,
          expectedBy,
          reason: 'We are short of people.',
          at: later(minutes * MINUTE).toISOString(),
        }),
      );

    expect(await moved('2027-01-12', 5)).toEqual({ kind: 'nothing-new' });
    expect(await moved('2027-02-08', 20)).toMatchObject({ kind: 'recorded' });
    expect(await moved('2027-02-08', 30)).toEqual({ kind: 'nothing-new' });
    expect(await moved('2027-01-20', 10)).toEqual({ kind: 'nothing-new' });
    expect(await moved('2026-12-01', 40)).toEqual({ kind: 'nothing-new' });

    expect((await stores.requestLog.find(request.id))?.events.slice(2)).toMatchObject([
      { kind: 'expected', expectedBy: '2027-02-08', note: 'We are short of people.' },
    ]);
  });

  it('are asked for one question at a time, longest not asked first, until the end', async () => {
    const stores = await handedOver();
    const other = aRequest({ id: 'PS-000001', draft: 'draft-2' });
    await confirmRequest(stores, other, 'servicenow');
    await stores.outbox.claim(later(2 * MINUTE));
    await stores.outbox.settle(other.id, 'HRC0000002', later(2 * MINUTE));
    const ask = (minutes: number, limit = 10) =>
      stores.reports.toAsk(
        'servicenow',
        later((minutes - 5) * MINUTE),
        later(minutes * MINUTE),
        limit,
      );

    expect(await ask(5)).toEqual([]);
    expect(await ask(8, 1)).toEqual([request.id]);
    const both = await Promise.all([ask(8), ask(8)]);
    expect(both.flat()).toEqual([other.id]);
    expect(await ask(9)).toEqual([]);

    await stores.reports.record(aReport());
    expect(await ask(60)).toEqual([other.id]);
    expect(await stores.reports.toAsk('desk', later(60 * MINUTE), later(60 * MINUTE), 10)).toEqual(
      [],
    );
  });
}
