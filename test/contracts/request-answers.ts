import type { Effect } from '../../bot/conversation/store';
import type { Stores } from '../../bot/storage/create-stores';
import { aCommit, aRequest, later, MINUTE, noon } from './samples';

/** What every store must do with answers of requesters that are on their way to the desk. */
export function theseAreAnswers(open: () => Promise<Stores>): void {
  const request = aRequest({ requestedBy: 'ana' });
  const answered = (question = '7'): Effect => ({
    kind: 'question-answered',
    request: request.id,
    question,
    by: 'Ana Pires',
    text: 'The 3rd.',
  });
  const turn = (stores: Stores, effects: readonly Effect[], version: number, person = 'ana') =>
    stores.conversations.commit(
      aCommit({ message: `m${version}`, expectedVersion: version, effects, person }),
    );
  const confirmed = async () => {
    const stores = await open();
    await turn(stores, [{ kind: 'request-confirmed', request, system: 'desk' }], 0);
    return stores;
  };
  const answer = {
    request: request.id,
    question: '7',
    by: 'Ana Pires',
    text: 'The 3rd.',
    at: noon.toISOString(),
    failures: 0,
  };

  it('are written with the turn and its event, and lent to one caller at a time', async () => {
    const stores = await confirmed();
    await turn(stores, [answered()], 1);

    expect(await stores.answers.claim(noon)).toEqual(answer);
    expect(await stores.answers.claim(noon)).toBeUndefined();
    expect((await stores.requestLog.find(request.id))?.events.at(-1)).toMatchObject({
      kind: 'answered',
      by: 'Ana Pires',
      note: 'The 3rd.',
      question: '7',
    });
    expect((await stores.requestNews.untold(10)).map(({ event }) => event.kind)).toEqual([]);
  });

  it('are offered again where a process died with one, until they are settled', async () => {
    const stores = await confirmed();
    await turn(stores, [answered()], 1);
    await stores.answers.claim(noon);

    const again = await stores.answers.claim(later(2 * MINUTE));
    expect(again).toEqual(answer);
    await stores.answers.retryAt(answer, later(10 * MINUTE), 'away');
    expect(await stores.answers.claim(later(9 * MINUTE))).toBeUndefined();
    expect(await stores.answers.claim(later(10 * MINUTE))).toEqual({ ...answer, failures: 1 });
    await stores.answers.settle(answer);
    expect(await stores.answers.claim(later(60 * MINUTE))).toBeUndefined();
  });

  it('wait for a person where they are parked, and go again once, as if they had never failed', async () => {
    const stores = await confirmed();
    await turn(stores, [answered()], 1);
    await stores.answers.claim(noon);
    expect(await stores.answers.replay(request.id, '7', later(1))).toBe(false);
    await stores.answers.park(answer, 'The desk answered 422.');
    await stores.answers.retryAt(answer, noon, 'a late complaint of another worker');
    expect(await stores.answers.claim(later(60 * MINUTE))).toBeUndefined();

    const pressed = await Promise.all(
      [1, 2].map(() => stores.answers.replay(request.id, '7', later(2))),
    );

    expect(pressed.sort()).toEqual([false, true]);
    expect(await stores.answers.claim(later(2))).toEqual(answer);
    await stores.answers.settle(answer);
    await stores.answers.park(answer, 'a late complaint of another worker');
    expect(await stores.answers.replay(request.id, '7', later(3))).toBe(false);
  });

  it('are one a question, whatever two doors send at the same moment', async () => {
    const stores = await confirmed();

    const commits = await Promise.all(
      ['web-a', 'web-b'].map((conversation) =>
        stores.conversations.commit(aCommit({ conversation, door: 'web', effects: [answered()] })),
      ),
    );

    expect(commits.map(({ kind }) => kind).sort()).toEqual(['committed', 'conflict']);
    await turn(stores, [answered('8')], 1);
    const events = (await stores.requestLog.find(request.id))?.events ?? [];
    expect(events.filter(({ kind }) => kind === 'answered')).toHaveLength(2);
  });

  it('are only of who asked for it', async () => {
    const stores = await confirmed();

    await expect(turn(stores, [answered()], 1, 'tom')).rejects.toThrow('not its speaker’s');
  });
}
