import type { NewContentTask } from '../../bot/feedback/content-task';
import type { Stores } from '../../bot/storage/create-stores';
import { later, noon, withContent, within } from './samples';
import { question, withThreePeople } from './some-turns';

const fellbridge = within('fellbridge');
const aTask = (changes: Partial<NewContentTask> = {}): NewContentTask => ({
  id: 'task-1',
  interaction: 'ana-1',
  policy: 'special-leave',
  cause: 'clause-missing',
  owner: 'National people policy team',
  by: 'nadia',
  ...changes,
});
const DAY = 86_400_000;
const page = { limit: 10, offset: 0 };
const by = { now: noon, who: 'nadia' };
const done = { state: 'done', reason: null } as const;

/** What must hold of tasks for policy owners, whatever keeps them. */
export function theseAreContentTasks(open: () => Promise<Stores>): void {
  const listed = async ({ contentTasks }: Stores, show: 'open' | 'closed' = 'open') =>
    (await contentTasks.list(withContent('fellbridge'), show, page)).tasks;

  /** Ana asks twice. */
  const asked = async () => {
    const stores = await withThreePeople(open);
    const more = { message: 'm2', expectedVersion: 1 };
    await stores.conversations.commit(question('ana', 'fellbridge', more, 'ana-2'));
    return stores;
  };

  it('opens one for a gap, and adds to it while it is open', async () => {
    const stores = await asked();
    const { contentTasks } = stores;
    const second = aTask({ id: 'task-2', interaction: 'ana-2' });
    for (const task of [aTask(), aTask(), second])
      expect(await contentTasks.open(fellbridge, task, noon)).toBe('opened');

    const [task, ...others] = await listed(stores);
    expect(others).toEqual([]);
    expect(task).toMatchObject({ id: 'task-1', state: 'open', organisation: 'fellbridge' });
    expect(task?.answers.map(({ interaction }) => interaction).toSorted()).toEqual([
      'ana-1',
      'ana-2',
    ]);
    const unclear = aTask({ id: 'task-3', cause: 'clause-unclear' });
    await contentTasks.open(fellbridge, unclear, noon);
    expect((await listed(stores)).map(({ id }) => id)).toEqual(['task-1', 'task-3']);
  });

  it('two at the same moment are one', async () => {
    const stores = await asked();
    const { contentTasks } = stores;
    await Promise.all(
      ['task-1', 'task-2'].map((id, n) =>
        contentTasks.open(fellbridge, aTask({ id, interaction: `ana-${n + 1}` }), noon),
      ),
    );
    expect(await listed(stores)).toHaveLength(1);
    expect((await listed(stores))[0]?.answers).toHaveLength(2);
  });

  it('moves it on from the state that was seen, and opens another once it is closed', async () => {
    const stores = await asked();
    const { contentTasks } = stores;
    await contentTasks.open(fellbridge, aTask(), noon);
    const move = (id: string, from: 'open' | 'being-written', organisation = 'fellbridge') =>
      contentTasks.move(withContent(organisation), id, done, from, by);
    expect(await move('task-1', 'being-written')).toBe('overtaken');
    expect(await move('task-1', 'open', 'vale')).toBe('unknown');
    expect(await move('task-1', 'open')).toBe('moved');
    expect(await listed(stores)).toEqual([]);
    expect(await listed(stores, 'closed')).toMatchObject([
      { id: 'task-1', state: 'done', changedBy: 'nadia', changedAt: noon },
    ]);
    // The form of a page that was drawn before.
    expect(await contentTasks.open(fellbridge, aTask(), noon)).toBe('closed');
    expect(await listed(stores)).toEqual([]);
    await contentTasks.open(fellbridge, aTask({ id: 'task-2' }), noon);
    expect((await listed(stores)).map(({ id }) => id)).toEqual(['task-2']);
    expect(await stores.reading.audits(2)).toMatchObject([
      { did: 'opened-content-task' },
      { did: 'moved-content-task', reason: 'done' },
    ]);
  });

  it('never lands in another organisation’s, whatever its form is called', async () => {
    const stores = await asked();
    const { contentTasks } = stores;
    await contentTasks.open(fellbridge, aTask(), noon);
    await contentTasks.open(within('vale'), aTask({ interaction: 'ben-1' }), noon);

    expect((await listed(stores))[0]?.answers).toHaveLength(1);
  });

  it('is of nothing, and for nobody, in another organisation', async () => {
    const stores = await asked();
    const { contentTasks } = stores;
    const notForNadia = { organisations: ['fellbridge'], except: ['ana'] };
    for (const reader of [within(), within('vale'), notForNadia])
      expect(await contentTasks.open(reader, aTask(), noon)).toBe('unknown');
    await contentTasks.open(fellbridge, aTask(), noon);
    expect((await contentTasks.list(withContent('vale'), 'open', page)).tasks).toEqual([]);
    expect((await contentTasks.list(withContent(), 'open', page)).tasks).toEqual([]);
    expect(await contentTasks.find(withContent('vale'), 'task-1')).toBeUndefined();
    expect(await contentTasks.find(withContent('fellbridge'), 'task-1')).toMatchObject({
      id: 'task-1',
    });
  });

  it('is hidden from those who may know of nobody who led to it, and counts only the others', async () => {
    const stores = await asked();
    const { contentTasks } = stores;
    await stores.conversations.commit(question('tom', 'fellbridge'));
    await contentTasks.open(fellbridge, aTask(), noon);
    const grace = { ...withContent('fellbridge'), except: ['ana'] };
    const none = { tasks: [], total: 0 };
    expect(await contentTasks.list(grace, 'open', page)).toEqual(none);
    expect(await contentTasks.find(grace, 'task-1')).toBeUndefined();
    expect(await contentTasks.move(grace, 'task-1', done, 'open', by)).toBe('unknown');

    await contentTasks.open(fellbridge, aTask({ interaction: 'tom-1' }), noon);
    const { tasks, total } = await contentTasks.list(grace, 'open', page);
    expect([total, tasks.flatMap(({ answers }) => answers.map(({ person }) => person))]).toEqual([
      1,
      ['tom'],
    ]);
    expect(await contentTasks.move(grace, 'task-1', done, 'open', by)).toBe('moved');
  });

  it('whose people are not known any more tells nothing of a few', async () => {
    const stores = await asked();
    const { contentTasks, retention } = stores;
    await contentTasks.open(fellbridge, aTask(), noon);
    await retention.deleteTurnsBefore(later(DAY));
    const small = { ...withContent('fellbridge'), large: [] };

    expect(await contentTasks.find(small, 'task-1')).toBeUndefined();
    expect(await contentTasks.find(withContent('fellbridge'), 'task-1')).toMatchObject({
      answers: [],
    });
  });
}
