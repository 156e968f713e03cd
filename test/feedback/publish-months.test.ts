import { closeAbandoned, publishMonths } from '../../bot/feedback/measures/publish-months';
import { createStores, type Stores } from '../../bot/storage/create-stores';
import { aCommit } from '../contracts/samples';
import { opened, rated } from '../contracts/some-turns';
import { directory } from '../support/directory';
import { memoryDatabase } from '../support/memory-database';

const going = new AbortController().signal;

describe('publishing months', () => {
  let stores: Stores;
  let close: () => Promise<void>;
  let breaths: number;

  beforeEach(async () => {
    let ids = 0;
    const db = await memoryDatabase();
    stores = createStores(db, { newId: () => `o${(ids += 1)}` });
    close = () => db.destroy();
    breaths = 0;
  });
  afterEach(() => close());

  const toolsOn = (now: string) => ({
    measures: stores.measures,
    directory,
    clock: () => new Date(now),
    breathe: async () => {
      breaths += 1;
    },
  });
  const publishOn = (now: string) => publishMonths(toolsOn(now), going);
  /** So many questions of so many people, each at that moment; the first of them is rated. */
  const ask = async (n: number, at: string, rating: 'yes' | 'no' = 'yes', people = n) => {
    const names = Array.from({ length: n }, (_, index) => `${at}-${index}`);
    const [first = ''] = names;
    for (let who = 0; who < people; who += 1) {
      const person = who === 0 ? 'ana' : `person-${who}`;
      const own = names.filter((_, index) => index % people === who);
      await stores.conversations.commit(
        aCommit({
          conversation: `web-${at}-${who}`,
          person,
          at: new Date(at),
          effects: [
            ...own.map((id) => opened(id, { openedAt: at, person })),
            ...(who === 0 ? [rated(first, rating)] : []),
          ],
        }),
      );
    }
    return first;
  };
  const countsOf = async (month: string) => {
    const [published] = await stores.measures.read(['fellbridge'], month, month);
    const cells = published?.cells.map(({ id, count }) => [id, count] as const) ?? [];
    return new Map(cells);
  };

  it('counts each month of London once it is over for a week, also one in which nothing happened', async () => {
    await ask(20, '2026-09-30T22:59:59.999Z');
    await ask(30, '2026-09-30T23:00:00.000Z');
    await ask(40, '2026-11-30T23:59:59.999Z');

    expect(await publishOn('2026-12-07T12:00:00Z')).toEqual([
      { organisation: 'fellbridge', month: '2026-09' },
      { organisation: 'fellbridge', month: '2026-10' },
    ]);
    expect(await publishOn('2027-01-08T00:00:00Z')).toEqual([
      { organisation: 'fellbridge', month: '2026-11' },
      { organisation: 'fellbridge', month: '2026-12' },
    ]);
    const begun = await Promise.all(['2026-09', '2026-10', '2026-11', '2026-12'].map(countsOf));
    expect(begun.map((counts) => counts.get('whole:interactions'))).toEqual([20, 30, 40, null]);
    expect(begun[0]?.get('rated:unknown')).toBeNull();
  });

  it('hides what fewer than ten people asked, however often they did', async () => {
    await ask(400, '2026-10-05T12:00:00.000Z', 'yes', 9);
    await ask(400, '2026-11-05T12:00:00.000Z', 'yes', 10);
    await publishOn('2026-12-08T12:00:00Z');

    const [few, enough] = await Promise.all(['2026-10', '2026-11'].map(countsOf));
    expect([...(few?.values() ?? [])].every((count) => count === null)).toBe(true);
    expect(enough?.get('whole:interactions')).toBe(400);
    expect(enough?.get('rating:yes')).toBeUndefined();
    const stored = JSON.stringify(await stores.measures.read(['fellbridge'], '2026-10', '2026-11'));
    expect(stored).not.toMatch(/ana|person-/);
  });

  it('says that a month in which counting began is part of one', async () => {
    await ask(20, '2026-10-05T12:00:00.000Z');
    await publishOn('2026-12-08T12:00:00Z');

    const published = await stores.measures.read(['fellbridge'], '2026-10', '2026-11');
    expect(published).toMatchObject([
      { version: 2, month: '2026-10', isPart: true },
      { version: 2, month: '2026-11', isPart: false },
    ]);
  });

  it('leaves what was published as it was, whatever is rated later', async () => {
    const question = await ask(20, '2026-10-05T12:00:00.000Z');
    await publishOn('2026-11-08T12:00:00Z');
    const before = await countsOf('2026-10');
    const late = '2026-10-20T12:00:00.000Z';
    await ask(15, late);
    await stores.conversations.commit(
      aCommit({
        conversation: 'web-later',
        at: new Date('2026-11-09T12:00:00Z'),
        effects: [rated(question, 'no')],
      }),
    );

    expect(await publishOn('2026-11-10T12:00:00Z')).toEqual([]);
    expect(await countsOf('2026-10')).toEqual(before);
  });

  it('lets others go first after every few hours that it counts', async () => {
    await ask(1, '2026-10-05T12:00:00.000Z');

    await publishOn('2026-11-08T12:00:00Z');

    expect(breaths).toBeGreaterThan(31 * 7);
  });

  it('publishes nothing of a month in which it is stopped', async () => {
    await ask(20, '2026-10-05T12:00:00.000Z');
    const stopping = new AbortController();
    const tools = toolsOn('2026-11-08T12:00:00Z');
    const breathe = async () => {
      stopping.abort();
    };

    await expect(publishMonths({ ...tools, breathe }, stopping.signal)).rejects.toThrow();

    expect(await stores.measures.months(['fellbridge'])).toEqual([]);
  });

  it('ends what nobody came back to for a week, in as many steps as it takes', async () => {
    const at = '2026-10-05T12:00:00.000Z';
    const request = { kind: 'request', outcome: 'request', endedAt: null, openedAt: at } as const;
    const effects = Array.from({ length: 150 }, (_, index) => opened(`i${index}`, request));
    await stores.conversations.commit(aCommit({ at: new Date(at), effects }));

    expect(await closeAbandoned(toolsOn('2026-10-12T12:00:00Z'))).toBe(0);
    expect(await closeAbandoned(toolsOn('2026-10-12T12:00:01Z'))).toBe(150);
    expect(await closeAbandoned(toolsOn('2026-10-12T12:00:01Z'))).toBe(0);
  });
});
