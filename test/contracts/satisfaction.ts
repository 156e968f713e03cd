import type { Satisfaction } from '../../bot/feedback/interaction';
import type { Stores } from '../../bot/storage/create-stores';
import { aCommit, later, MINUTE, noon } from './samples';
import { withThreePeople } from './some-turns';

/** What must hold of how satisfied people are with how requests ended, whatever keeps it. */
export function theseAreSatisfactions(open: () => Promise<Stores>): void {
  const says = (stores: Stores, message: string, given: Partial<Satisfaction>, person = 'ana') =>
    stores.conversations.commit(
      aCommit({
        conversation: `web-${person}-${message}`,
        door: 'web',
        person,
        effects: [
          {
            kind: 'satisfied',
            satisfaction: {
              interaction: 'ana-1',
              person,
              at: noon.toISOString(),
              score: null,
              comment: null,
              ...given,
            },
          },
        ],
      }),
    );
  const read = ({ reading }: Stores, ...organisations: string[]) =>
    reading.satisfaction({ organisations, except: [] }, 'ana-1');

  it('counts the newest score, and keeps the words beside it', async () => {
    const stores = await withThreePeople(open);
    expect(await stores.conversations.latestScore('ana-1')).toBeNull();
    expect(await read(stores, 'fellbridge')).toBeUndefined();
    await says(stores, 'm1', { score: 2 });
    await says(stores, 'm2', { score: 4 });
    await says(stores, 'm3', { comment: 'quick', at: later(MINUTE).toISOString() });

    expect(await stores.conversations.latestScore('ana-1')).toBe(4);
    const said = { score: 4, comment: 'quick', at: later(MINUTE) };
    expect(await read(stores, 'vale', 'fellbridge')).toEqual(said);
    expect(await read(stores, 'vale')).toBeUndefined();
    expect(await read(stores)).toBeUndefined();
    const manager = { organisations: ['fellbridge'], except: ['ana'] };
    expect(await stores.reading.satisfaction(manager, 'ana-1')).toBeUndefined();
  });

  it('is said of nobody else’s request', async () => {
    const stores = await withThreePeople(open);
    await expect(says(stores, 'm1', { score: 1 }, 'ben')).rejects.toThrow('does not have');
    expect(await stores.conversations.latestScore('ana-1')).toBeNull();
  });

  it('loses its words when they are deleted or old, and keeps the score', async () => {
    const deleted = await withThreePeople(open);
    await says(deleted, 'm1', { score: 5, comment: 'a secret' });
    await deleted.conversations.commit(
      aCommit({
        conversation: 'web-ana-last',
        door: 'web',
        at: later(MINUTE),
        effects: [{ kind: 'conversations-deleted', person: 'ana' }],
      }),
    );
    expect(await read(deleted, 'fellbridge')).toMatchObject({ score: 5, comment: null });

    const old = await withThreePeople(open);
    await says(old, 'm1', { score: 5, comment: 'a secret' });
    await old.retention.eraseWordsBefore(later(MINUTE));
    expect(await read(old, 'fellbridge')).toMatchObject({ score: 5, comment: null });
  });
}
