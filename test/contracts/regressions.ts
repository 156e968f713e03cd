import type { NewRegression } from '../../bot/feedback/regression';
import type { Stores } from '../../bot/storage/create-stores';
import { aCommit, later, MINUTE, noon, withContent, within } from './samples';
import { question, withThreePeople } from './some-turns';

const fellbridge = within('fellbridge');
const aQuestion = (changes: Partial<NewRegression> = {}): NewRegression => ({
  id: 'question-1',
  interaction: 'ana-1',
  text: 'how much leave do i get',
  staffGroup: 'agenda-for-change',
  clauses: ['annual-leave-and-bank-holidays.1'],
  by: 'nadia',
  ...changes,
});
const page = { limit: 10, offset: 0 };

/** What must hold of regression questions, whatever keeps them. */
export function theseAreRegressions(open: () => Promise<Stores>): void {
  const listed = async ({ regressions }: Stores, ...organisations: string[]) =>
    (await regressions.list(withContent(...organisations), page)).questions;

  const forget = ({ conversations }: Stores) =>
    conversations.commit(
      aCommit({
        conversation: 'web-ana',
        door: 'web',
        at: later(MINUTE),
        effects: [{ kind: 'conversations-deleted', person: 'ana' }],
      }),
    );

  it('keeps each once, for the organisation that it came from', async () => {
    const stores = await withThreePeople(open);
    for (let times = 0; times < 2; times += 1)
      expect(await stores.regressions.keep(fellbridge, aQuestion(), noon)).toBe('kept');

    const { interaction, ...rest } = aQuestion();
    expect(await listed(stores, 'fellbridge')).toEqual([
      { ...rest, interaction, organisation: 'fellbridge', at: noon, run: null },
    ]);
    expect(await listed(stores, 'vale')).toEqual([]);
    expect(await listed(stores)).toEqual([]);
    expect(await stores.reading.audits(5)).toMatchObject([{ did: 'kept-regression' }]);
  });

  it('is told of in the transcript that it came from, and so is a content task', async () => {
    const stores = await withThreePeople(open);
    const ledTo = async () =>
      (await stores.reading.transcript(fellbridge, 'teams-ana'))?.turns.map((turn) => turn.ledTo);
    await stores.regressions.keep(fellbridge, aQuestion(), noon);
    const task = { id: 'task-1', interaction: 'ana-1', policy: 'annual-leave', by: 'nadia' };
    const gap = { cause: 'clause-missing', owner: 'Policy team' } as const;
    await stores.contentTasks.open(fellbridge, { ...task, ...gap }, noon);
    const question = { by: 'nadia', at: noon.toISOString() };
    const tasks = [{ id: 'task-1', policy: 'annual-leave', state: 'open' }];
    expect(await ledTo()).toEqual([{ regressions: [{ ...question, passed: null }], tasks }]);
    const run = { at: noon, outcome: 'answered', cited: [], passed: false };
    await stores.regressions.ran('question-1', run);
    expect((await ledTo())?.[0]?.regressions).toEqual([{ ...question, passed: false }]);
  });

  it('keeps nothing of an interaction that is not for the reader', async () => {
    const stores = await withThreePeople(open);
    const notForNadia = { organisations: ['fellbridge'], except: ['ana'] };
    for (const other of [within(), within('vale'), notForNadia])
      expect(await stores.regressions.keep(other, aQuestion(), noon)).toBe('unknown');
    expect(await listed(stores, 'fellbridge', 'vale')).toEqual([]);
  });

  it('keeps one of each interaction, and tells whoever comes second with another', async () => {
    const stores = await withThreePeople(open);
    const { regressions } = stores;
    const keep = (id: string) => regressions.keep(fellbridge, aQuestion({ id, text: id }), noon);
    expect((await Promise.all([keep('one'), keep('two')])).toSorted()).toEqual(['kept', 'other']);
    expect(await listed(stores, 'fellbridge')).toHaveLength(1);
  });

  it('shows none to those who may not know what its person asked', async () => {
    const stores = await withThreePeople(open);
    await stores.regressions.keep(fellbridge, aQuestion(), noon);
    const manager = { ...withContent('fellbridge'), except: ['ana'], large: [] };
    const none = { questions: [], total: 0, failed: 0 };

    expect(await stores.regressions.list(manager, page)).toEqual(none);
    expect(await stores.regressions.toRun(manager, 5)).toEqual([]);
    expect(await stores.regressions.remove(manager, 'question-1', 'grace', noon)).toBe(false);
    await forget(stores);
    expect(await stores.regressions.list(manager, page)).toEqual(none);
    expect(await listed(stores, 'fellbridge')).toHaveLength(1);
  });

  it('knows what came of asking, failures first, and what was asked longest ago', async () => {
    const stores = await withThreePeople(open);
    const { regressions } = stores;
    for (const person of ['tom', 'eve'])
      await stores.conversations.commit(question(person, 'fellbridge'));
    for (const [n, interaction] of ['ana-1', 'tom-1', 'eve-1'].entries())
      await regressions.keep(fellbridge, aQuestion({ id: `question-${n + 1}`, interaction }), noon);
    const run = { at: noon, outcome: 'answered', cited: ['a.1'], passed: true };
    await regressions.ran('question-1', run);
    await regressions.ran('question-2', { ...run, at: later(-MINUTE), passed: false });

    const { questions, total, failed } = await regressions.list(withContent('fellbridge'), page);
    expect(questions.map(({ id }) => id)).toEqual(['question-2', 'question-3', 'question-1']);
    expect([total, failed, questions[2]?.run]).toEqual([3, 1, run]);
    const next = await regressions.toRun(withContent('fellbridge'), 2);
    expect(next.map(({ id }) => id)).toEqual(['question-3', 'question-2']);
    expect(await regressions.toRun(withContent('vale'), 2)).toEqual([]);
  });

  it('are removed by who may see them', async () => {
    const stores = await withThreePeople(open);
    const { regressions } = stores;
    await regressions.keep(fellbridge, aQuestion(), noon);
    expect(await regressions.remove(withContent('vale'), 'question-1', 'joseph', noon)).toBe(false);
    expect(await regressions.remove(withContent(), 'question-1', 'joseph', noon)).toBe(false);
    expect(await regressions.remove(withContent('fellbridge'), 'question-1', 'nadia', noon)).toBe(
      true,
    );
    expect(await regressions.remove(withContent('fellbridge'), 'question-1', 'nadia', noon)).toBe(
      false,
    );
    expect(await listed(stores, 'fellbridge')).toEqual([]);
  });

  it('stay hidden from those near their person once they had their words deleted', async () => {
    const stores = await withThreePeople(open);
    await stores.regressions.keep(fellbridge, aQuestion(), noon);
    await forget(stores);
    const page = { limit: 5, offset: 0 };
    const within = { organisations: ['fellbridge'], large: ['fellbridge'] };
    const { questions } = await stores.regressions.list({ ...within, except: [] }, page);
    expect(questions).toMatchObject([{ text: 'how much leave do i get' }]);
    const near = await stores.regressions.list({ ...within, except: ['ana'] }, page);
    expect(near).toMatchObject({ questions: [], total: 0 });
  });
}
