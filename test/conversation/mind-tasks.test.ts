import { mindTasks } from '../../bot/conversation/mind-tasks';
import { clocksFrom } from '../../bot/conversation/task-clock';
import { directory as real } from '../support/directory';
import { createStores, type Stores } from '../../bot/storage/create-stores';
import { dialogs } from '../../dialogs';
import { aReply, aRequest } from '../contracts/samples';
import { changedPeople, type Changes } from '../support/changed-people';
import { confirmRequest } from '../support/confirm-request';
import { memoryDatabase } from '../support/memory-database';

/** A Friday. */
const OPENED = new Date('2026-11-20T14:00:00Z');
const TUESDAY = new Date('2026-11-24T14:00:00Z');
const NEXT_FRIDAY = new Date('2026-11-27T14:00:00Z');
const request = aRequest({
  requestedBy: 'ana-pires',
  post: 'p001',
  confirmedAt: OPENED.toISOString(),
});

describe('the clocks of a request that waits', () => {
  let stores: Stores;
  let close: () => Promise<void>;

  beforeEach(async () => {
    const db = await memoryDatabase();
    let ids = 0;
    stores = createStores(db, { newId: () => `o${(ids += 1)}` });
    close = () => db.destroy();
  });
  afterEach(() => close());

  const waiting = (approver = 'grace-adeyemi', standsInFor: string | null = null, of = request) =>
    confirmRequest(stores, of, 'desk', {
      task: { approver, standsInFor, ...clocksFrom(OPENED) },
      notice: aReply(),
    });
  const look = async (at: Date, changes: Changes = {}) => {
    const directory = changedPeople(real, changes);
    const done = await mindTasks({ tasks: stores.tasks, directory, dialogs, clock: () => at });
    return done.map(({ kind }) => kind);
  };
  const holder = async () => {
    const [task] = (await stores.tasks.ofRequest(request.id)).slice(-1);
    return task?.state === 'open' ? [task.approver, task.standsInFor] : task?.state;
  };
  const before = (at: Date) => new Date(at.getTime() - 1);

  it('remind after two working days, once, and pass it on after five', async () => {
    await waiting();

    expect(await look(before(TUESDAY))).toEqual([]);
    expect(await look(TUESDAY)).toEqual(['reminded']);
    expect(await look(TUESDAY)).toEqual([]);
    expect(await look(before(NEXT_FRIDAY))).toEqual([]);
    expect(await look(NEXT_FRIDAY)).toEqual(['passed-on']);
    expect(await holder()).toEqual(['helen-marsh', null]);
    expect(await look(NEXT_FRIDAY)).toEqual([]);
  });

  it('leave out weekends and bank holidays', async () => {
    const christmasEve = new Date('2026-12-24T12:00:00Z');

    expect(clocksFrom(christmasEve)).toEqual({
      remindAt: new Date('2026-12-30T12:00:00Z'),
      passOnAt: new Date('2027-01-05T12:00:00Z'),
    });
  });

  it('do each thing once where several processes look at the same moment', async () => {
    await waiting();

    const reminded = await Promise.all([look(TUESDAY), look(TUESDAY), look(TUESDAY)]);
    expect(reminded.flat()).toEqual(['reminded']);

    const passedOn = await Promise.all([look(NEXT_FRIDAY), look(NEXT_FRIDAY)]);
    expect(passedOn.flat()).toEqual(['passed-on']);
    const followed = await stores.requestLog.find(request.id);
    expect(followed?.events.map(({ kind, to }) => [kind, to])).toEqual([
      ['sent', 'grace-adeyemi'],
      ['passed-on', 'helen-marsh'],
    ]);
  });

  it('move it to the delegate at the reminder, where the manager went away meanwhile', async () => {
    const away = { 'grace-adeyemi': { awayFrom: '2026-11-23', awayUntil: '2026-12-31' } };
    await waiting();

    expect(await look(TUESDAY, away)).toEqual(['passed-on']);
    expect(await holder()).toEqual(['dilip-rao', 'grace-adeyemi']);
  });

  it('move it back to the manager, where the delegate went away and the manager is there', async () => {
    const away = { 'dilip-rao': { awayFrom: '2026-11-23', awayUntil: '2026-12-31' } };
    await waiting('dilip-rao', 'grace-adeyemi');

    expect(await look(TUESDAY, away)).toEqual(['passed-on']);
    expect(await holder()).toEqual(['grace-adeyemi', null]);
  });

  it('go up the line after a delegate who said nothing: the manager could have decided too', async () => {
    await waiting('dilip-rao', 'grace-adeyemi');

    await look(TUESDAY);
    expect(await look(NEXT_FRIDAY)).toEqual(['passed-on']);
    expect(await holder()).toEqual(['helen-marsh', null]);
  });

  it('move it on from somebody who is no manager of the requester any more, or has left', async () => {
    const [post] = (await real.person('ana-pires'))!.posts;
    const moved: Changes = { 'ana-pires': { posts: [{ ...post, manager: 'isla-fenwick' }] } };
    await waiting();
    expect(await look(TUESDAY, moved)).toEqual(['passed-on']);
    expect(await holder()).toEqual(['isla-fenwick', null]);

    const other = aRequest({ ...request, id: 'PS-000002', draft: 'draft-2' });
    await waiting('somebody-who-left', null, other);
    await look(TUESDAY);
    const tasks = await stores.tasks.ofRequest('PS-000002');
    expect(tasks.at(-1)).toMatchObject({ approver: 'grace-adeyemi', state: 'open' });
  });

  it('deliver it to people services where nobody is left', async () => {
    const asked = aRequest({ ...request, requestedBy: 'helen-marsh', post: 'p007' });
    await waiting('ruth-calloway', null, asked);

    await look(TUESDAY);
    expect(await look(NEXT_FRIDAY)).toEqual(['passed-on']); // to the chief executive
    const [, task] = await stores.tasks.ofRequest(request.id);
    await look(task!.remindAt);
    expect(await look(task!.passOnAt)).toEqual(['delivered']);

    expect(await holder()).toBe('passed-on');
    expect(await stores.outbox.claim(task!.passOnAt)).toMatchObject({ request: asked });
  });

  it('give a day after a reminder that came late, because nothing ran', async () => {
    const late = new Date('2026-12-07T10:00:00Z');
    await waiting();

    expect(await look(late)).toEqual(['reminded']);
    expect(await look(late)).toEqual([]);
    expect(await look(new Date('2026-12-08T10:00:00Z'))).toEqual(['passed-on']);
  });

  it('stop when it is decided', async () => {
    await waiting();
    const [task] = await stores.tasks.ofRequest(request.id);
    await stores.tasks.passOn(task!, null, [], TUESDAY);

    expect(await look(NEXT_FRIDAY)).toEqual([]);
  });
});
