import type { NewWordingChange, WordingChange } from '../../bot/console/wording-changes';
import type { Stores } from '../../bot/storage/create-stores';
import { aVariationEntry } from '../support/a-variation-entry';
import { later, MINUTE, noon } from './samples';

const CLAUSE = 'fellbridge/annual-leave-and-bank-holidays.1';
const WITHIN = ['fellbridge'];
const aChange = (changes: Partial<NewWordingChange> = {}): NewWordingChange => ({
  id: 'change-1',
  organisation: 'fellbridge',
  policy: 'annual-leave-and-bank-holidays',
  clause: CLAUSE,
  wording: { text: 'It runs from {day}.', values: { day: '1 June' } },
  rule: null,
  withdraws: false,
  was: { text: 'It runs from {day}.', values: { day: '1 May' } },
  national: 'Your employer sets the leave year.',
  reason: 'The board moved it.',
  by: 'nadia-rahman',
  at: noon,
  ...changes,
});
const decision = { by: 'olu-martins', at: later(MINUTE) };
const NOW = aVariationEntry('fellbridge');
const NEXT = {
  ...aVariationEntry('fellbridge', 'approved', 'Your leave year runs from 1 June.'),
  ...decision,
  change: 'change-1',
};
const publishing = (change: WordingChange, over: object = {}) => ({
  change,
  entry: NEXT,
  from: NOW.content,
  putsBack: false,
  ...over,
});

/** What must hold of changes of organisations' own wording, whatever keeps them. */
export function theseAreWordingChanges(open: () => Promise<Stores>): void {
  const proposed = async () => {
    const stores = await open();
    await stores.variations.add(NOW);
    await stores.wordingChanges.propose(aChange());
    const change = await stores.wordingChanges.find(WITHIN, 'change-1');
    if (change === undefined) throw new Error('It was not kept.');
    return { ...stores, change };
  };
  const did = async ({ reading }: Pick<Stores, 'reading'>) =>
    (await reading.audits(10)).map((entry) => [entry.did, entry.who, entry.what]);

  it('wait, are seen by their organisation alone, and change nothing that staff see', async () => {
    const stores = await proposed();
    const { wordingChanges, variations, change } = stores;
    await wordingChanges.propose(aChange());

    expect(change).toEqual({ ...aChange(), state: 'waiting', decided: null });
    expect(await wordingChanges.waiting(['fellbridge', 'vale'])).toEqual([change]);
    expect(await wordingChanges.ofClause(WITHIN, CLAUSE)).toEqual([change]);
    for (const none of [[], ['vale']]) {
      expect(await wordingChanges.find(none, 'change-1')).toBeUndefined();
      expect(await wordingChanges.waiting(none)).toEqual([]);
      expect(await wordingChanges.ofClause(none, CLAUSE)).toEqual([]);
    }
    expect(await variations.current('fellbridge')).toEqual(NOW.clauses);
    expect(await did(stores)).toEqual([
      ['proposed-wording', 'nadia-rahman', `fellbridge ${CLAUSE}`],
    ]);
  });

  it('are published once, whoever presses, with who wrote and who approved', async () => {
    const stores = await proposed();
    const { wordingChanges, variations, change } = stores;
    const before = await variations.version('fellbridge');
    const done = await Promise.all([
      wordingChanges.publish(publishing(change)),
      wordingChanges.publish(publishing(change)),
    ]);

    expect(done.toSorted()).toEqual(['closed', 'published']);
    expect(await variations.current('fellbridge')).toEqual(NEXT.clauses);
    expect(await variations.version('fellbridge')).toBe(before + 1);
    expect(await variations.history('fellbridge')).toEqual([NOW, NEXT]);
    expect(await wordingChanges.find(WITHIN, 'change-1')).toMatchObject({
      state: 'published',
      decided: { ...decision, reason: null },
    });
    expect(await wordingChanges.waiting(WITHIN)).toEqual([]);
    expect((await did(stores))[0]).toEqual([
      'published-wording',
      'olu-martins',
      `fellbridge ${CLAUSE}`,
    ]);
  });

  it('are not published over wording that nobody looked at, and go on waiting', async () => {
    const { wordingChanges, variations, change } = await proposed();
    await wordingChanges.propose(aChange({ id: 'change-2' }));
    const second = { ...change, id: 'change-2' };
    const both = await Promise.all([
      wordingChanges.publish(publishing(change)),
      wordingChanges.publish(publishing(second, { entry: { ...NEXT, change: 'change-2' } })),
    ]);

    expect(both.toSorted()).toEqual(['overtaken', 'published']);
    expect(await variations.history('fellbridge')).toHaveLength(2);
    expect(await wordingChanges.waiting(WITHIN)).toHaveLength(1);
  });

  it('are not published where the rule was withdrawn', async () => {
    const { wordingChanges, variations, change } = await proposed();
    await variations.add(aVariationEntry('fellbridge', 'withdrawn'));

    expect(await wordingChanges.publish(publishing(change))).toBe('overtaken');
    expect(await variations.current('fellbridge')).toEqual([]);
  });

  it('put the clause back into answers in the same moment, where that was wanted', async () => {
    const stores = await proposed();
    const { wordingChanges, withheld, change } = stores;
    const { by, at } = aChange();
    await withheld.takeOut({
      organisation: 'fellbridge',
      clause: CLAUSE,
      reason: 'Wrong.',
      by,
      at,
    });
    await wordingChanges.publish(publishing(change, { putsBack: true }));

    expect(await withheld.of('fellbridge')).toEqual([]);
    expect((await did(stores)).slice(0, 2).map(([deed]) => deed)).toEqual([
      'put-back-clause',
      'published-wording',
    ]);
  });

  it.each(['turned-down', 'taken-back'] as const)('are %s once, with a reason', async (state) => {
    const { wordingChanges, change } = await proposed();
    const close = () => wordingChanges.close('change-1', { state, reason: 'Not so.', ...decision });

    expect([await close(), await close()]).toEqual([true, false]);
    expect(await wordingChanges.publish(publishing(change))).toBe('closed');
    expect(await wordingChanges.find(WITHIN, 'change-1')).toMatchObject({
      state,
      decided: { ...decision, reason: 'Not so.' },
    });
  });

  it('take the place of the one that they go on from', async () => {
    const { wordingChanges } = await proposed();
    await wordingChanges.propose(aChange({ id: 'change-2' }), 'change-1');

    const all = await wordingChanges.ofClause(WITHIN, CLAUSE);
    expect(all.map(({ id, state }) => [id, state])).toEqual([
      ['change-2', 'waiting'],
      ['change-1', 'replaced'],
    ]);
  });

  it.each([{ organisation: 'vale' }, { policy: 'special-leave' }])(
    'take the place of none elsewhere: %o',
    async (elsewhere) => {
      const { wordingChanges } = await proposed();
      await wordingChanges.propose(aChange({ id: 'change-2', ...elsewhere }), 'change-1');

      expect(await wordingChanges.find(WITHIN, 'change-1')).toMatchObject({ state: 'waiting' });
    },
  );

  describe('of a rule that there was not', () => {
    const rule = { heading: 'The leave year', question: 'When does it run?', replaces: 18 };
    const wording = { text: 'From May.', values: {}, asks: ['when does it run'] };
    const begun = async () => {
      const stores = await open();
      const was = { text: '', values: {}, asks: [] };
      for (const id of ['change-1', 'change-2'])
        await stores.wordingChanges.propose(aChange({ id, rule, wording, was }));
      const changes = await stores.wordingChanges.waiting(WITHIN);
      return { ...stores, changes };
    };
    const beginning = (change: WordingChange, over: object = {}) =>
      publishing(change, { from: null, entry: { ...NEXT, change: change.id }, ...over });

    it('are kept with all that makes it new', async () => {
      const { changes } = await begun();
      expect(changes).toMatchObject([{ rule, wording }, { id: 'change-2' }]);
    });

    it('begin the file of their policy once, whoever presses', async () => {
      const { wordingChanges, variations, changes } = await begun();
      const done = await Promise.all(
        changes.map((change) => wordingChanges.publish(beginning(change))),
      );

      expect(done.toSorted()).toEqual(['overtaken', 'published']);
      expect(await variations.history('fellbridge')).toHaveLength(1);
      expect(await variations.current('fellbridge')).toEqual(NEXT.clauses);
    });

    it('begin it again where all of it was withdrawn, and never over what is there', async () => {
      const { wordingChanges, variations, changes } = await begun();
      const [first, second] = changes as [WordingChange, WordingChange];
      await variations.add(NOW);
      expect(await wordingChanges.publish(beginning(first))).toBe('overtaken');
      await variations.add(aVariationEntry('fellbridge', 'withdrawn'));
      expect(await wordingChanges.publish(beginning(second))).toBe('published');
      expect(await variations.current('fellbridge')).toEqual(NEXT.clauses);
    });
  });
}
