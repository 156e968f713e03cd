import { REMIND, PASS_ON, ID, aTask, notice, NEVER, withTasks, type Under } from './a-task';
import { later } from './samples';

/** What the clocks do to requests that wait for somebody's decision. */
export function tasksHaveClocks(open: () => Promise<Under>): void {
  const { waiting, openTask, decide, kinds, told } = withTasks(open);

  it('fall due for a reminder, and are reminded of once', async () => {
    const stores = await waiting();
    expect(await stores.tasks.due(later(REMIND - 1), 10)).toEqual([]);
    const [task] = await stores.tasks.due(later(REMIND), 10);

    const remind = () =>
      stores.tasks.remind(task!, later(PASS_ON), notice('Waiting.'), later(REMIND));
    expect((await Promise.all([remind(), remind()])).sort()).toEqual([false, true]);

    expect(await told(stores, 'web-grace')).toEqual(['Ana asks.', 'Waiting.']);
    expect(await stores.tasks.due(later(PASS_ON - 1), 10)).toEqual([]);
    expect(await stores.tasks.due(later(PASS_ON), 10)).toMatchObject([
      { id: task!.id, remindedAt: later(REMIND) },
    ]);
  });

  it('are passed on once, and everybody is told', async () => {
    const stores = await waiting();
    const task = await openTask(stores);
    const next = aTask({ approver: 'helen', remindAt: NEVER, passOnAt: NEVER });
    const notices = [{ person: 'grace', notice: notice('Passed on.') }];

    const passOn = () => stores.tasks.passOn(task, next, notices, later(PASS_ON));
    expect((await Promise.all([passOn(), passOn()])).sort()).toEqual([false, true]);

    expect((await stores.requestLog.find(ID))?.events).toMatchObject([
      {},
      { kind: 'passed-on', to: 'helen', by: null },
    ]);
    expect(await told(stores, 'web-grace')).toEqual(['Ana asks.', 'Passed on.']);
    expect(await stores.tasks.ofRequest(ID)).toMatchObject([
      { approver: 'grace', state: 'passed-on', endedAt: later(PASS_ON), endedBy: null },
      { approver: 'helen', state: 'open', openedAt: later(PASS_ON) },
    ]);
    expect(await stores.tasks.due(later(PASS_ON), 10)).toEqual([]);
    expect(await decide(stores, 'grace')).toEqual({ kind: 'conflict' });
    expect(await stores.outbox.nextDue()).toBeUndefined();
  });

  it('are delivered to people services where nobody is left', async () => {
    const stores = await waiting();

    expect(await stores.tasks.passOn(await openTask(stores), null, [], later(PASS_ON))).toBe(true);

    expect((await stores.requestLog.find(ID))?.events).toMatchObject([
      {},
      { kind: 'passed-on', to: null },
    ]);
    expect(await stores.outbox.claim(later(PASS_ON))).toMatchObject({ request: { id: ID } });
    expect(await openTask(stores)).toBeUndefined();
  });

  it('are decided or passed on at the same moment, and never both', async () => {
    const stores = await waiting();
    const task = await openTask(stores);

    const [done, passedOn] = await Promise.all([
      decide(stores, 'grace'),
      stores.tasks.passOn(task, null, [], later(PASS_ON)),
    ]);

    expect(done.kind === 'committed').toBe(!passedOn);
    expect(await kinds(stores)).toHaveLength(2);
    expect(await stores.outbox.claim(later(PASS_ON))).toMatchObject({ request: { id: ID } });
    expect(await stores.outbox.claim(later(PASS_ON))).toBeUndefined();
  });
}
