import type { Effect } from '../../bot/conversation/store';
import { aHandover, all, HOUR, ID, OURS, handoverDeeds, type Under } from './a-handover';
import { aCommit, aReply, later, noon } from './samples';

/** What must hold of questions that staff want a person to answer in the chat. */
export function theseAreHandovers(open: () => Promise<Under>): void {
  const { turn, opened, asked, read, take, answer, tell, ids } = handoverDeeds(open);

  it('wait, with what the person wants known and what was said before', async () => {
    const stores = await asked();

    expect(await read(stores)).toEqual({
      handover: {
        ...aHandover(),
        person: 'ana',
        state: 'waiting',
        openedAt: noon,
        takenBy: null,
        answeredAt: null,
        wroteAt: null,
        closedAt: null,
        closedBy: null,
        fromPerson: 1,
        fromTeam: 0,
        isErased: false,
      },
      messages: [{ by: null, text: 'It is about May.', at: noon }],
      along: [{ at: later(-HOUR), said: 'said in web', reply: aReply() }],
    });
    expect(await stores.handovers.openOf('ana')).toMatchObject({ id: ID });
    expect(await stores.handovers.openOf('ben')).toBeUndefined();
    expect(await stores.handovers.find('TP-000000')).toBeUndefined();
    expect(await stores.handovers.waiting(OURS)).toBe(1);
  });

  it('take nothing along where the person did not want it, and no words where they gave none', async () => {
    const stores = await asked({ along: null }, null);

    expect(await read(stores)).toMatchObject({
      handover: { fromPerson: 0 },
      messages: [],
      along: [],
    });
  });

  it('take no turn along that was not kept, is older, came later, or is of somebody else', async () => {
    const stores = await open();
    const said = [
      { said: 'too old', at: later(-25 * HOUR) },
      { said: 'about a danger', sensitivity: 'life-at-risk' },
      { said: 'about something that happened', sensitivity: 'disclosure' },
      { said: null, sensitivity: 'question' },
      { said: 'of another person', person: 'ben' },
      { said: 'at another employer', organisation: 'vale' },
      { said: 'about a rule', sensitivity: 'question' },
      { said: 'can I talk to someone', reply: aReply({ outcome: 'handover' }) },
      { said: 'Skip', effects: [opened()] },
      { said: 'said later' },
    ] as const;
    for (const [index, changes] of said.entries())
      await stores.conversations.commit(
        aCommit({ message: `m${index}`, expectedVersion: index, ...changes }),
      );

    expect((await read(stores))?.along.map((one) => one.said)).toEqual(['about a rule']);
  });

  it('are seen within their own organisation alone, and not by whom they are not for', async () => {
    const stores = await asked();
    const nobody = [
      { organisations: ['vale'], except: [] },
      { organisations: [], except: [] },
      { organisations: ['fellbridge'], except: ['grace', 'ana'] },
    ];

    for (const within of nobody) {
      expect(await read(stores, within)).toBeUndefined();
      expect(await stores.handovers.list(within, 'open', all)).toEqual({ rows: [], total: 0 });
      expect(await stores.handovers.waiting(within)).toBe(0);
    }
    expect(await ids(stores)).toEqual([ID]);
  });

  it('are one a person until they are closed: a second is a conflict', async () => {
    const stores = await asked();

    expect(await turn(stores, [opened({ id: 'TP-000002' })])).toEqual({ kind: 'conflict' });
    const done = await Promise.all(
      ['TP-000003', 'TP-000004'].map((id) => turn(stores, [opened({ id })], noon, 'ben')),
    );

    expect(done.map(({ kind }) => kind).sort()).toEqual(['committed', 'conflict']);
    expect(await ids(stores)).toHaveLength(2);
  });

  it('keep what the person writes, from whichever door, and since when that waits', async () => {
    const stores = await asked();
    await take(stores);
    await answer(stores, 'Which month?');
    await tell(stores, 'May', later(2 * HOUR));
    await tell(stores, 'of last year', later(3 * HOUR));

    expect(await read(stores)).toMatchObject({
      handover: { fromPerson: 3, wroteAt: later(2 * HOUR) },
      messages: [{}, {}, { by: null, text: 'May' }, { by: null, text: 'of last year' }],
    });
    await answer(stores, 'Thank you');
    expect(await stores.handovers.find(ID)).toMatchObject({ wroteAt: null });
  });

  it('are not opened again beside another one', async () => {
    const stores = await asked();
    const ended = { kind: 'handover-ended', handover: ID, by: 'Ana Pires' } as const;
    expect(await turn(stores, [ended])).toMatchObject({ kind: 'committed' });
    expect(await turn(stores, [ended])).toEqual({ kind: 'conflict' });
    await turn(stores, [opened({ id: 'TP-000002' })]);

    const again = { kind: 'handover-reopened', handover: ID, promisedAt: later(HOUR) } as const;

    expect(await turn(stores, [again])).toEqual({ kind: 'conflict' });
    expect(await stores.handovers.find(ID)).toMatchObject({
      state: 'closed',
      closedBy: 'Ana Pires',
    });
  });

  it.each<Effect>([
    { kind: 'handover-told', handover: ID, text: 'Not mine' },
    { kind: 'handover-ended', handover: ID, by: 'Ben' },
    { kind: 'handover-reopened', handover: ID, promisedAt: noon },
    { kind: 'handover-told', handover: 'TP-000000', text: 'Nobody’s' },
  ])('throw where a turn changes one that its speaker does not have: $kind', async (effect) => {
    const stores = await asked();

    await expect(turn(stores, [effect], noon, 'ben')).rejects.toThrow(/does not have/);

    expect((await read(stores))?.messages).toHaveLength(1);
  });
}
