/** A request that waits for somebody’s decision, and what is done with it. */
import type { Effect } from '../../bot/conversation/store';
import type { NewTask, Task } from '../../bot/conversation/tasks';
import type { Stores } from '../../bot/storage/create-stores';
import { aCommit, aReply, aRequest, later, MINUTE, noon } from './samples';

export type Under = Pick<
  Stores,
  'answers' | 'conversations' | 'outbox' | 'outgoing' | 'requestLog' | 'requestNews' | 'tasks'
>;

export const REMIND = 10 * MINUTE;
export const PASS_ON = 50 * MINUTE;
export const ID = aRequest().id;

export const aTask = (changes: Partial<NewTask> = {}): NewTask => ({
  approver: 'grace',
  standsInFor: null,
  remindAt: later(REMIND),
  passOnAt: later(PASS_ON),
  ...changes,
});
export const notice = (text: string) => aReply({ outcome: 'status', text, citations: [] });
export const approved = { kind: 'approved' } as const;
export const declined = { kind: 'declined', reason: 'Too many are off.' } as const;
export const NEVER = later(1000 * PASS_ON);

export function withTasks(open: () => Promise<Under>) {
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
  const ask = async (stores: Under, person: string, question = 'q-1') => {
    const [task] = await stores.tasks.ofRequest(ID);
    const words = { question, by: person, text: 'Why then?' };
    return turn(stores, person, { kind: 'requester-asked', task: task!.id, ...words });
  };
  const answer = (stores: Under) =>
    turn(stores, 'ana', {
      kind: 'question-answered',
      request: ID,
      question: 'q-1',
      by: 'Ana Pires',
      text: 'The wedding.',
      toApprover: { person: 'grace', notice: notice('Ana answers.') },
    });
  const kinds = async ({ requestLog }: Under) =>
    (await requestLog.find(ID))?.events.map(({ kind }) => kind);
  const told = async ({ outgoing }: Under, conversation: string) =>
    (await outgoing.history(conversation, 0, 20))
      .filter(({ kind }) => kind === 'notice')
      .map(({ reply }) => reply.text);

  return { turn, waiting, openTask, decide, ask, answer, withdraw, kinds, told };
}
