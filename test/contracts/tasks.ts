import type { Effect } from '../../bot/conversation/store';
import type { NewTask, Task } from '../../bot/conversation/tasks';
import type { Stores } from '../../bot/storage/create-stores';
import { aCommit, aReply, aRequest, later, MINUTE, noon } from './samples';

type Under = Pick<
  Stores,
  'conversations' | 'outbox' | 'outgoing' | 'requestLog' | 'requestNews' | 'tasks'
>;

const REMIND = 10 * MINUTE;
const PASS_ON = 50 * MINUTE;
const ID = aRequest().id;

const aTask = (changes: Partial<NewTask> = {}): NewTask => ({
  approver: 'grace',
  standsInFor: null,
  remindAt: later(REMIND),
  passOnAt: later(PASS_ON),
  ...changes,
});
const notice = (text: string) => aReply({ outcome: 'status', text, citations: [] });
const approved = { kind: 'approved' } as const;
const declined = { kind: 'declined', reason: 'Too many are off.' } as const;

/** What must hold of requests that wait for somebody's decision. */
export function theseAreTasks(open: () => Promise<Under>): void {
  let turns = 0;
  /** A turn of somebody in the web chat, in a conversation of its own. */
  const turn = (stores: Under, person: string, effect: Effect, at = later(MINUTE)) => {
    const conversation = `turn-${(turns += 1)}`;
    const turn = { conversation, message: 'm', door: 'web', person, at } as const;
    return stores.conversations.commit(aCommit({ ...turn, effects: [effect] }));
  };
  /** Grace has spoken in Teams, on the web and in the terminal; then Ana's request is confirmed. */
  const waiting = async (task: Partial<NewTask> = {}, request = aRequest()): Promise<Under> => {
    const stores = await open();
    for (const door of ['teams', 'web', 'terminal'] as const)
      await stores.conversations.commit(
        aCommit({ conversation: `${door}-grace`, door, person: 'grace' }),
      );
    for (const { id } of await stores.outgoing.claim('teams', noon, 10))
      await stores.outgoing.sent(id, noon, null);
    const approval = { task: aTask(task), notice: notice('Ana asks.') };
    const done = await turn(
      stores,
      'ana',
      { kind: 'request-confirmed', request, system: 'desk', approval },
      noon,
    );
    expect(done.kind).toBe('committed');
    return stores;
  };
  const openTask = async (stores: Under): Promise<Task> =>
    (await stores.tasks.ofRequest(ID)).find(({ state }) => state === 'open')!;
  const decide = async (
    stores: Under,
    person: string,
    decision: typeof approved | typeof declined = approved,
  ) => {
    const [task] = await stores.tasks.ofRequest(ID);
    return turn(stores, person, { kind: 'task-decided', task: task!.id, decision, by: person });
  };
  const withdraw = async (stores: Under, person = 'ana') => {
    const [task] = await stores.tasks.ofRequest(ID);
    return turn(stores, person, {
      kind: 'request-withdrawn',
      task: task!.id,
      by: 'Ana Pires',
      notice: notice('Withdrawn.'),
    });
  };
  const kinds = async ({ requestLog }: Under) =>
    (await requestLog.find(ID))?.events.map(({ kind }) => kind);
  const told = async ({ outgoing }: Under, conversation: string) =>
    (await outgoing.history(conversation, 0, 20))
      .filter(({ kind }) => kind === 'notice')
      .map(({ reply }) => reply.text);
  const NEVER = later(1000 * PASS_ON);

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

  it('are no news to the requester where the receipt or they themselves said it', async () => {
    const stores = await waiting();
    await withdraw(stores);

    expect(await stores.requestNews.untold(10)).toEqual([]);
  });
}
