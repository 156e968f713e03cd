import { ID, NEVER, aTask, notice, approved, declined, withTasks, type Under } from './a-task';
import { aRequest, later, MINUTE, noon } from './samples';

/** What must hold of requests that wait for somebody's decision. */
export function theseAreTasks(open: () => Promise<Under>): void {
  const { turn, waiting, decide, ask, answer, withdraw, kinds, told } = withTasks(open);

  it('hold a request back: it is sent to the approver, who is told everywhere, and not delivered', async () => {
    const stores = await waiting();

    expect((await stores.requestLog.find(ID))?.events).toMatchObject([
      { kind: 'sent', to: 'grace' },
    ]);
    expect(await stores.outbox.nextDue()).toBeUndefined();
    expect(await told(stores, 'web-grace')).toEqual(['Ana asks.']);
    expect(await told(stores, 'terminal-grace')).toEqual([]);
    expect(await stores.outgoing.claim('teams', noon, 10)).toMatchObject([
      { conversation: 'teams-grace', kind: 'notice', reply: { text: 'Ana asks.' } },
    ]);
    expect(await stores.tasks.openFor('grace')).toEqual([
      {
        ...aTask(),
        id: expect.any(Number),
        request: aRequest(),
        state: 'open',
        openedAt: noon,
        remindedAt: null,
        endedAt: null,
        endedBy: null,
      },
    ]);
    expect(await stores.tasks.openFor('ana')).toEqual([]);
    expect(await stores.tasks.ofRequest('PS-000000')).toEqual([]);
  });

  it('are listed oldest first, for a delegate and for whom they stand in', async () => {
    const stores = await waiting({ approver: 'dilip', standsInFor: 'grace' });
    const second = aRequest({ id: 'PS-000001', draft: 'draft-2' });
    const approval = { task: aTask(), notice: notice('Ana asks again.') };
    await turn(stores, 'ana', {
      kind: 'request-confirmed',
      request: second,
      system: 'desk',
      approval,
    });

    const ids = async (person: string) =>
      (await stores.tasks.openFor(person)).map(({ request }) => request.id);
    expect(await ids('grace')).toEqual([ID, 'PS-000001']);
    expect(await ids('dilip')).toEqual([ID]);
  });

  it('end in a delivery, together with the event, where they are approved', async () => {
    const stores = await waiting();

    expect(await decide(stores, 'grace')).toMatchObject({ kind: 'committed' });

    expect((await stores.requestLog.find(ID))?.events).toMatchObject([
      {},
      { kind: 'approved', by: 'grace', note: null, at: later(MINUTE).toISOString() },
    ]);
    expect(await stores.outbox.claim(later(MINUTE))).toEqual({
      request: aRequest(),
      system: 'desk',
      failures: 0,
    });
    expect(await stores.tasks.openFor('grace')).toEqual([]);
    expect(await stores.tasks.ofRequest(ID)).toMatchObject([
      { state: 'approved', endedBy: 'grace', endedAt: later(MINUTE) },
    ]);
  });

  it('end in the reason, and in no delivery, where they are declined', async () => {
    const stores = await waiting();

    await decide(stores, 'grace', declined);

    expect((await stores.requestLog.find(ID))?.events).toMatchObject([
      {},
      { kind: 'declined', by: 'grace', note: 'Too many are off.' },
    ]);
    expect(await stores.outbox.nextDue()).toBeUndefined();
  });

  it('end once: of two presses at the same moment one is kept, and one is a conflict', async () => {
    const stores = await waiting({ approver: 'dilip', standsInFor: 'grace' });

    const done = await Promise.all([
      decide(stores, 'grace'),
      decide(stores, 'dilip', declined),
      decide(stores, 'dilip'),
    ]);

    expect(done.map(({ kind }) => kind).sort()).toEqual(['committed', 'conflict', 'conflict']);
    expect(await kinds(stores)).toHaveLength(2);
    expect(await decide(stores, 'grace')).toEqual({ kind: 'conflict' });
  });

  it.each(['ben', 'ana'])(
    'throw where %s decides, who may not, and keep nothing',
    async (person) => {
      // Even where the directory of that day was wrong and named the requester.
      const stores = await waiting({ standsInFor: 'ana' });

      await expect(decide(stores, person)).rejects.toThrow(/not for its speaker to decide/);

      expect(await kinds(stores)).toEqual(['sent']);
      expect(await stores.outbox.nextDue()).toBeUndefined();
      expect(await stores.tasks.openFor('grace')).toHaveLength(1);
    },
  );

  it('throw where somebody would be asked to approve their own request', async () => {
    await expect(waiting({ approver: 'ana' })).rejects.toThrow(/their own request/);
  });

  it('throw for a task that does not exist', async () => {
    const stores = await waiting();
    const effect = { kind: 'task-decided', task: 99_999, decision: approved, by: 'G' } as const;

    await expect(turn(stores, 'grace', effect)).rejects.toThrow(/does not exist/);
  });

  it('stay open while their approver asks something, and the requester is to be told', async () => {
    const stores = await waiting({ approver: 'dilip', standsInFor: 'grace' });

    expect(await ask(stores, 'grace')).toMatchObject({ kind: 'committed' });

    expect((await stores.requestLog.find(ID))?.events).toMatchObject([
      { kind: 'sent' },
      { kind: 'asked', by: 'grace', askedBy: 'grace', question: 'q-1', note: 'Why then?' },
    ]);
    expect(await stores.requestNews.untold(10)).toMatchObject([{ event: { kind: 'asked' } }]);
    expect(await stores.tasks.openFor('dilip')).toHaveLength(1);
    expect(await decide(stores, 'dilip')).toMatchObject({ kind: 'committed' });
    expect(await ask(stores, 'grace', 'q-2')).toEqual({ kind: 'conflict' });
  });

  it('stand while they wait and once they are approved, and not where they were declined', async () => {
    const stores = await waiting();
    const standing = async (people: string[], since = noon) =>
      (await stores.tasks.standingOf(people, since)).map(({ request, state }) => [
        request.requestedBy,
        state,
      ]);

    expect(await standing(['ben', 'ana'])).toEqual([['ana', 'open']]);
    await decide(stores, 'grace');
    expect(await standing(['ana'])).toEqual([['ana', 'approved']]);
    expect(await standing(['ben'])).toEqual([]);
    expect(await standing([])).toEqual([]);
    expect(await standing(['ana'], later(1))).toEqual([]);

    const others = await waiting();
    await decide(others, 'grace', declined);
    expect(await others.tasks.standingOf(['ana'], noon)).toEqual([]);
  });

  it('throw where somebody asks who may not decide', async () => {
    const stores = await waiting();

    await expect(ask(stores, 'ben')).rejects.toThrow(/not for its speaker to decide/);
    expect(await kinds(stores)).toEqual(['sent']);
  });

  it('bring the answer to their approver once, and to no receiver', async () => {
    const stores = await waiting();
    await ask(stores, 'grace');

    const done = await Promise.all([answer(stores), answer(stores)]);

    expect(done.map(({ kind }) => kind).sort()).toEqual(['committed', 'conflict']);
    expect(await kinds(stores)).toEqual(['sent', 'asked', 'answered']);
    expect(await told(stores, 'web-grace')).toEqual(['Ana asks.', 'Ana answers.']);
    expect(await stores.answers.claim(NEVER)).toBeUndefined();
  });

  it('end where the requester withdraws, and the approver is told', async () => {
    const stores = await waiting();

    expect(await withdraw(stores)).toMatchObject({ kind: 'committed' });

    expect(await kinds(stores)).toEqual(['sent', 'withdrawn']);
    expect(await told(stores, 'web-grace')).toEqual(['Ana asks.', 'Withdrawn.']);
    expect(await decide(stores, 'grace')).toEqual({ kind: 'conflict' });
    expect(await withdraw(stores)).toEqual({ kind: 'conflict' });
    expect(await stores.outbox.nextDue()).toBeUndefined();
  });

  it('are decided or withdrawn at the same moment, and never both', async () => {
    const stores = await waiting();

    const done = await Promise.all([withdraw(stores), decide(stores, 'grace')]);

    expect(done.map(({ kind }) => kind).sort()).toEqual(['committed', 'conflict']);
    expect(await kinds(stores)).toHaveLength(2);
  });

  it('are withdrawn by the requester and nobody else', async () => {
    const stores = await waiting();

    await expect(withdraw(stores, 'grace')).rejects.toThrow(/not its speaker’s/);
    expect(await kinds(stores)).toEqual(['sent']);
  });

  it('are no news to the requester where the receipt or they themselves said it', async () => {
    const stores = await waiting();
    await withdraw(stores);

    expect(await stores.requestNews.untold(10)).toEqual([]);
  });
}
