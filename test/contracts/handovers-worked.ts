import { FERN, HOUR, ID, KOFI, notice, OURS, handoverDeeds, type Under } from './a-handover';
import { later, MINUTE, noon } from './samples';

/** What must hold where the people team works on them, and where their words go. */
export function handoversAreWorked(open: () => Promise<Under>): void {
  const { turn, opened, asked, read, take, answer, close, tell, told, ids } = handoverDeeds(open);

  it('are taken once: of two presses at the same moment one is kept, and the person is told of it alone', async () => {
    const stores = await asked();

    const done = await Promise.all([take(stores), take(stores, KOFI)]);

    expect([...done].sort()).toEqual(['done', 'overtaken']);
    const { takenBy } = (await stores.handovers.find(ID))!;
    expect(takenBy).toEqual(done[0] === 'done' ? FERN : KOFI);
    for (const conversation of ['web-ana', 'teams-ana'])
      expect(await told(stores, conversation)).toEqual([`${takenBy!.name} has it.`]);
    expect(await told(stores, 'terminal-ana')).toEqual([]);
    expect(await stores.outgoing.claim('teams', later(HOUR), 10)).toMatchObject([
      { conversation: 'teams-ana', kind: 'notice' },
    ]);
  });

  it('are taken over from who has it, and from nobody else', async () => {
    const stores = await asked();
    await take(stores);

    expect(await take(stores, KOFI)).toBe('overtaken');
    expect(await take(stores, KOFI, 'olu')).toBe('overtaken');
    expect(await take(stores, KOFI, 'fern')).toBe('done');
    expect(await answer(stores, 'Hello')).toBe('overtaken');
    expect(await answer(stores, 'Hello', KOFI)).toBe('done');
  });

  it('are answered by who has them, each message once, and the person is told', async () => {
    const stores = await asked();
    expect(await answer(stores, 'Too soon')).toBe('overtaken');
    await take(stores);

    const same = await Promise.all([answer(stores, 'Hello'), answer(stores, 'Hello')]);

    expect(same).toEqual(['done', 'done']);
    expect(await told(stores, 'web-ana')).toEqual(['Fern Lacey has it.', 'Hello']);
    expect(await read(stores)).toMatchObject({
      handover: { fromTeam: 1, answeredAt: later(HOUR) },
      messages: [{}, { by: 'Fern Lacey', text: 'Hello', at: later(HOUR) }],
    });
    expect(await stores.handovers.waiting(OURS)).toBe(0);
  });

  it('are listed waiting first, then those that wait for an answer, oldest first', async () => {
    const stores = await asked();
    for (const [index, person] of ['ben', 'cat', 'dan'].entries())
      await turn(stores, [opened({ id: `TP-00000${index}` })], later(index * MINUTE), person);
    await take(stores);
    await answer(stores, 'Hello');
    for (const id of ['TP-000000', 'TP-000001'])
      await stores.handovers.take(id, FERN, null, notice('Taken.'), later(HOUR));
    const wrote = { kind: 'handover-told', handover: 'TP-000001', text: 'And?' } as const;
    await turn(stores, [wrote], later(HOUR), 'cat');

    expect(await ids(stores)).toEqual(['TP-000002', 'TP-000001', ID, 'TP-000000']);
    const second = await stores.handovers.list(OURS, 'open', { limit: 1, offset: 1 });
    expect([second.total, second.rows[0]?.id]).toEqual([4, 'TP-000001']);
    expect(await stores.handovers.waiting(OURS)).toBe(2);
  });

  it('are closed once, by who has them, and can be opened again by the person', async () => {
    const stores = await asked();
    expect(await close(stores)).toBe('overtaken');
    await take(stores);
    expect(await close(stores, KOFI)).toBe('overtaken');
    expect(await close(stores)).toBe('done');

    expect(await told(stores, 'web-ana')).toEqual(['Fern Lacey has it.', 'Closed.']);
    expect(await close(stores)).toBe('overtaken');
    expect(await answer(stores, 'One more thing')).toBe('overtaken');
    expect(await tell(stores, 'One more thing')).toEqual({ kind: 'conflict' });
    expect([await ids(stores), await ids(stores, 'closed')]).toEqual([[], [ID]]);

    const again = { kind: 'handover-reopened', handover: ID, promisedAt: later(9 * HOUR) } as const;
    expect(await turn(stores, [again], later(5 * HOUR))).toMatchObject({ kind: 'committed' });
    expect(await turn(stores, [again])).toEqual({ kind: 'conflict' });
    expect(await stores.handovers.openOf('ana')).toMatchObject({
      state: 'waiting',
      openedAt: later(5 * HOUR),
      promisedAt: later(9 * HOUR),
      answeredAt: null,
      closedBy: null,
    });
    expect(await take(stores, KOFI)).toBe('done');
  });

  it('lose their words, keep their counts and are closed where the person deletes theirs', async () => {
    const stores = await asked();
    await take(stores);
    await answer(stores, 'Hello');
    await tell(stores, 'May');

    await turn(stores, [{ kind: 'conversations-deleted', person: 'ana' }], later(3 * HOUR));

    expect(await read(stores)).toMatchObject({
      handover: {
        state: 'closed',
        closedAt: later(3 * HOUR),
        fromPerson: 2,
        fromTeam: 1,
        wroteAt: null,
        isErased: true,
      },
      messages: [
        { by: null, text: null },
        { by: 'Fern Lacey', text: null },
        { by: null, text: null },
      ],
      along: [],
    });
    // Also what had not reached Teams yet.
    expect(await told(stores, 'teams-ana')).toEqual(['', '']);
    expect(await stores.outgoing.claim('teams', later(9 * HOUR), 10)).toEqual([]);
    expect(await answer(stores, 'Are you there?')).toBe('overtaken');
    const again = { kind: 'handover-reopened', handover: ID, promisedAt: noon } as const;
    expect(await turn(stores, [again])).toEqual({ kind: 'conflict' });
  });

  it('keep others’ words where somebody deletes theirs', async () => {
    const stores = await asked();

    await turn(stores, [{ kind: 'conversations-deleted', person: 'ben' }], noon, 'ben');

    expect(await read(stores)).toMatchObject({
      handover: { state: 'waiting' },
      messages: [{ text: 'It is about May.' }],
      along: [{}],
    });
  });

  it('lose words that are too old, and keep newer ones', async () => {
    const stores = await asked();
    await take(stores);
    await answer(stores, 'Hello');

    await stores.retention.eraseWordsBefore(later(30 * MINUTE));

    expect(await read(stores)).toMatchObject({
      handover: { state: 'taken', fromPerson: 1, fromTeam: 1, isErased: false },
      messages: [{ text: null }, { text: 'Hello' }],
      along: [],
    });
  });
}
