import type { Stores } from '../../bot/storage/create-stores';
import { confirmRequest } from '../support/confirm-request';
import { anEvent, aRequest, later, noon } from './samples';

const request = aRequest({ expectedBy: '2027-01-12' });
const late = { request: request.id, expectedBy: '2027-01-12' };

/** What must hold of the day on which a request is expected. */
export function theseAreLateRequests(open: () => Promise<Stores>): void {
  const waiting = async () => {
    const stores = await open();
    await confirmRequest(stores, request, 'desk');
    return stores;
  };
  const kinds = async ({ requestLog }: Stores) =>
    (await requestLog.find(request.id))?.events.map(({ kind }) => kind);

  it('are late from the day after, longest first', async () => {
    const stores = await waiting();
    const older = aRequest({ id: 'PS-000001', draft: 'draft-2', expectedBy: '2027-01-08' });
    await confirmRequest(stores, older, 'desk');
    await confirmRequest(stores, aRequest({ id: 'PS-000002', draft: 'draft-3' }), 'desk');

    expect(await stores.late.late('2027-01-08', 10)).toEqual([]);
    expect(await stores.late.late('2027-01-12', 10)).toMatchObject([{ request: older.id }]);
    expect(await stores.late.late('2027-01-13', 10)).toEqual([
      { request: older.id, expectedBy: '2027-01-08' },
      late,
    ]);
    expect(await stores.late.late('2027-01-13', 1)).toHaveLength(1);
  });

  it('are told once, however many processes see it', async () => {
    const stores = await waiting();

    const marked = await Promise.all([1, 2, 3].map(() => stores.late.markLate(late, later(1))));

    expect(marked.sort()).toEqual([false, false, true]);
    expect(await kinds(stores)).toEqual(['sent', 'late']);
    expect(await stores.requestNews.untold(10)).toMatchObject([
      { event: { kind: 'late', expectedBy: '2027-01-12', at: later(1).toISOString() } },
    ]);
    expect(await stores.late.late('2027-02-01', 10)).toEqual([]);
  });

  it('are not late once they have ended, or got another day', async () => {
    const stores = await waiting();
    const moved = anEvent({ kind: 'expected', expectedBy: '2027-01-20' });
    await stores.requestLog.record('desk', 1, moved);

    expect(await stores.late.late('2027-01-20', 10)).toEqual([]);
    expect(await stores.late.markLate(late, noon)).toBe(false);
    expect(await stores.late.late('2027-01-21', 10)).toEqual([
      { request: request.id, expectedBy: '2027-01-20' },
    ]);

    await stores.requestLog.record('desk', 2, anEvent({ kind: 'done' }));
    expect(await stores.late.late('2027-01-21', 10)).toEqual([]);
    expect(await stores.late.markLate({ ...late, expectedBy: '2027-01-20' }, noon)).toBe(false);
    expect(await kinds(stores)).toEqual(['sent', 'expected', 'done']);
  });

  it('are late anew after another day has passed', async () => {
    const stores = await waiting();
    await stores.late.markLate(late, noon);
    const moved = anEvent({ kind: 'expected', expectedBy: '2027-01-20' });
    await stores.requestLog.record('desk', 1, moved);

    expect(await stores.late.late('2027-01-21', 10)).toHaveLength(1);
  });
}
