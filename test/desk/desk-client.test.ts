import { deskClient, DeskUnreachable } from '../../bot/desk/desk-client';
import type { StatusChange } from '../../bot/desk/desk-request';
import { faultyDesk } from '../fakes/faulty-desk';
import { html } from '../../bot/http/route';
import { serveRoutes } from '../support/serve-routes';
import { type OpenDesk, openDesk } from '../support/open-desk';
import { aDeskRequest } from './a-desk-request';

const now = new Date('2026-11-05T12:00:00Z');
const { signal } = new AbortController();
const reference = 'D-2026-000001';
let desk: OpenDesk;

beforeEach(async () => {
  desk = await openDesk(() => now);
  await desk.store.accept(aDeskRequest(), now);
});
afterEach(() => desk.close());

const move = (expected: StatusChange['expected'], status: StatusChange['status'], note?: string) =>
  desk.client.changeStatus(
    reference,
    { expected, status, by: 'Maya Lund', ...(note === undefined ? {} : { note }) },
    signal,
  );

const eventsSoFar = async () =>
  (await desk.store.eventsAfter(0, 100)).events.map(({ status }) => status);

describe('moving a request on', () => {
  it('that came approved is not decided again: it goes from received to done', async () => {
    const approval = { by: 'Grace Adeyemi', at: '2026-11-05T11:00:00.000Z' };
    const body = aDeskRequest({ key: 'PS-000009', approval });
    const { reference } = await desk.store.accept(body, now);
    const change = (status: 'approved' | 'declined' | 'done') =>
      desk.client.changeStatus(
        reference,
        { status, expected: 'received', by: 'Dana', note: 'n' },
        signal,
      );

    expect(await desk.client.read(reference, signal)).toMatchObject({ approval, next: ['done'] });
    expect(await change('approved')).toMatchObject({ kind: 'not-allowed', allowed: ['done'] });
    expect(await change('declined')).toMatchObject({ kind: 'not-allowed' });
    expect(await change('done')).toMatchObject({ kind: 'changed' });
  });

  it('goes from received to approved to done', async () => {
    expect(await move('received', 'approved')).toMatchObject({
      kind: 'changed',
      request: { status: 'approved', next: ['done'] },
    });
    expect(await move('approved', 'done')).toMatchObject({ kind: 'changed' });
    expect(await eventsSoFar()).toEqual(['received', 'approved', 'done']);
  });

  it('declines only with a reason for the person who asked', async () => {
    expect(await move('received', 'declined')).toMatchObject({ kind: 'note-needed' });
    expect(await move('received', 'declined', '   ')).toMatchObject({ kind: 'note-needed' });
    expect(await move('received', 'declined', 'The ward is short.')).toMatchObject({
      kind: 'changed',
      request: { events: [{ status: 'received' }, { note: 'The ward is short.' }] },
    });
  });

  it('changes nothing when the same button is pressed twice', async () => {
    await move('received', 'approved');

    expect(await move('received', 'approved')).toMatchObject({
      kind: 'changed',
      request: { status: 'approved' },
    });
    expect(await eventsSoFar()).toEqual(['received', 'approved']);
  });

  it('does not let one agent overwrite another', async () => {
    await move('received', 'approved');

    expect(await move('received', 'declined', 'Too late.')).toMatchObject({
      kind: 'changed-meanwhile',
      status: 'approved',
    });
    expect(await eventsSoFar()).toEqual(['received', 'approved']);
  });

  it('lets one of two agents win who press at the same moment', async () => {
    const answers = await Promise.all([
      move('received', 'approved'),
      move('received', 'declined', 'The ward is short.'),
    ]);

    expect(answers.map(({ kind }) => kind).sort()).toEqual(['changed', 'changed-meanwhile']);
    expect(await eventsSoFar()).toHaveLength(2);
  });

  it('says what is allowed when a step is not', async () => {
    expect(await move('received', 'done')).toMatchObject({
      kind: 'not-allowed',
      allowed: ['approved', 'declined'],
    });
    await move('received', 'declined', 'The ward is short.');
    expect(await move('declined', 'done')).toMatchObject({ kind: 'not-allowed', allowed: [] });
  });

  it('says when there is no such request', async () => {
    const change = { expected: 'received', status: 'approved', by: 'Maya Lund' } as const;

    expect(await desk.client.changeStatus('D-2026-999999', change, signal)).toMatchObject({
      kind: 'unknown-request',
    });
  });
});

describe('reading the desk', () => {
  it('shows only the organisations that were named, and nothing where none was', async () => {
    const seen = async (...organisations: string[]) =>
      (await desk.client.list({ organisations }, signal)).requests.map(({ key }) => key);

    expect(await seen('fellbridge')).toEqual(['PS-7F3K9Q']);
    expect(await seen('vale')).toEqual([]);
    expect(await seen()).toEqual([]);
  });

  it('reads one request with everything that happened to it', async () => {
    expect(await desk.client.read(reference, signal)).toMatchObject({
      key: 'PS-7F3K9Q',
      status: 'received',
      next: ['approved', 'declined'],
      events: [{ status: 'received' }],
    });
    expect(await desk.client.read('D-2026-999999', signal)).toBeUndefined();
  });
});

describe('a desk that cannot be asked', () => {
  const listAt = (url: string, secret: string) =>
    deskClient({ url, secret }).list({ organisations: ['fellbridge'] }, signal);

  it('is told apart from a mistake of ours: it is not running', async () => {
    const gone = await faultyDesk();
    await gone.close();

    await expect(listAt(gone.url, 'any')).rejects.toThrow(DeskUnreachable);
  });

  it('is told apart from a mistake of ours: the secrets differ', async () => {
    await expect(listAt(desk.url, 'wrong')).rejects.toThrow('DESK_SECRET');
  });

  it('is told apart from a mistake of ours: something else answers there', async () => {
    const path = '/desk/api/requests';
    const other = await serveRoutes([
      { method: 'GET', path, handle: async () => html('<p>Welcome to the canteen.') },
    ]);

    await expect(listAt(other.url, 'any')).rejects.toThrow(DeskUnreachable);
    await other.close();
  });

  it('is not blamed when the person who asked went away', async () => {
    const left = AbortSignal.abort();

    await expect(desk.client.list({ organisations: ['vale'] }, left)).rejects.not.toThrow(
      DeskUnreachable,
    );
  });
});
