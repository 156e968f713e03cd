import { openDesk, type OpenDesk } from '../support/open-desk';
import { aDeskRequest } from './a-desk-request';

const NOON = new Date('2026-11-05T12:00:00Z');
const signal = new AbortController().signal;

describe('two agents at one request', () => {
  let desk: OpenDesk;
  let reference: string;

  beforeEach(async () => {
    desk = await openDesk(() => NOON);
    reference = (await desk.store.accept(aDeskRequest(), NOON)).reference;
  });
  afterEach(() => desk.close());

  const expect8 = (by: string, note: string, seen: string | null = null) =>
    desk.client.expect(reference, { expectedBy: '2027-03-08', seen, by, note }, signal);
  const approve = (by: string, note?: string) => {
    const decided = { status: 'approved', expected: 'received', by } as const;
    return desk.client.changeStatus(reference, { ...decided, ...(note && { note }) }, signal);
  };
  const events = async () => (await desk.client.read(reference, signal))?.events ?? [];

  it('who choose one day for other reasons are told apart from one who presses twice', async () => {
    const first = await expect8('Fern', 'We are short of staff.');
    expect(first).toMatchObject({ kind: 'changed', event: { kind: 'expected', by: 'Fern' } });
    const again = await expect8('Fern', 'We are short of staff.');
    expect(again).toEqual(first);

    const moved = { kind: 'moved-meanwhile', expectedBy: '2027-03-08' };
    expect(await expect8('Kofi', 'The form is late.')).toMatchObject(moved);
    expect(await expect8('Kofi', 'We are short of staff.')).toMatchObject(moved);
    expect(await expect8('Fern', 'The form is late.')).toMatchObject(moved);
    expect(await events()).toHaveLength(2);
  });

  it('are told where the day is that one already, so that no reason is lost', async () => {
    await expect8('Fern', 'We are short of staff.');

    const same = await expect8('Kofi', 'The form is late.', '2027-03-08');

    expect(same).toMatchObject({ kind: 'same-day' });
    expect(await events()).toHaveLength(2);
  });

  it('who decide the same with other words are told apart from one who presses twice', async () => {
    const first = await approve('Fern', 'Agreed with Grace.');
    expect(first).toMatchObject({ kind: 'changed', event: { status: 'approved', by: 'Fern' } });
    expect(await approve('Fern', 'Agreed with Grace.')).toEqual(first);

    const overtaken = { kind: 'changed-meanwhile', status: 'approved' };
    expect(await approve('Fern')).toMatchObject(overtaken);
    expect(await approve('Kofi', 'Agreed with Grace.')).toMatchObject(overtaken);
    expect(await events()).toHaveLength(2);
  });

  it('cannot give back what nobody has', async () => {
    const back = await desk.client.assign(reference, { to: null, from: null, by: 'Fern' }, signal);

    expect(back).toMatchObject({ kind: 'overtaken' });
    expect(await events()).toHaveLength(1);
  });
});
