/** What the built product keeps, on either side of the moment at which it goes. */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { monthsBefore } from '../../bot/calendar/days';
import { openDeskStore, type DeskStore } from '../../bot/desk/desk-store';
import { createStores } from '../../bot/storage/create-stores';
import { aCommit } from '../contracts/samples';
import { aDeskRequest } from '../desk/a-desk-request';
import { eventually } from './eventually';
import { onDisk } from './on-disk';
import { openHome, type Home, type Product } from './product';

const HOUR = 3_600_000;
const [WORDS_MONTHS, DESK_MONTHS] = [12, 72];

describe('the clock that erases', () => {
  let home: Home;
  beforeEach(() => {
    home = openHome();
  });
  afterEach(() => home.close());

  /** As long ago as it is kept, less an hour; what is a month older tells when the clock has looked. */
  const border = (months: number) => new Date(monthsBefore(new Date(), months).getTime() + HOUR);
  const before = (months: number) => monthsBefore(new Date(), months + 1);

  const said = (conversation: string) =>
    onDisk(home.folder, async ({ outgoing }) => {
      const [turn] = await outgoing.history(conversation, 0, 5);
      return turn?.said ?? null;
    });
  const atDesk = async <T>(folder: string, read: (desk: DeskStore) => Promise<T>): Promise<T> => {
    const desk = await openDeskStore({ kind: 'file', path: path.join(folder, 'desk.db') });
    try {
      return await read(desk);
    } finally {
      await desk.close();
    }
  };
  const keysAt = (folder: string) =>
    atDesk(folder, async (desk) => {
      const all = { statuses: [], organisations: [], page: 1 };
      return (await desk.queue(all, new Date())).requests.map(({ key }) => key).toSorted();
    });
  const endedAt = (folder: string, key: string, at: Date) =>
    atDesk(folder, async (desk) => {
      const { reference } = await desk.accept(aDeskRequest({ key }), at);
      const no = { status: 'declined', expected: 'received', by: 'Fern', note: 'No.' } as const;
      await desk.change(reference, no, at);
    });
  const gone = (what: string, isGone: () => Promise<boolean>) =>
    eventually(what, async () => ((await isGone()) ? true : undefined));
  const keeps = async (start: () => Promise<Product>, isDone: () => Promise<boolean>) => {
    const product = await start();
    await gone('a round of the clock', isDone);
    await product.end();
  };

  it('leaves words up to the hour, and takes them an hour later', async () => {
    await onDisk(home.folder, async (_, db) => {
      const { conversations } = createStores(db, { newId: randomUUID });
      for (const [person, at] of [
        ['old', before(WORDS_MONTHS)],
        ['border', border(WORDS_MONTHS)],
      ] as const)
        await conversations.commit(
          aCommit({ conversation: `teams-${person}`, person, at, said: `words of ${person}` }),
        );
    });

    await keeps(
      () => home.start(),
      async () => (await said('teams-old')) === null,
    );
    expect(await said('teams-border')).toBe('words of border');

    await keeps(
      () => home.start({}, 2 * HOUR),
      async () => (await said('teams-border')) === null,
    );
  }, 120_000);

  it('leaves requests at the desk up to the hour, inside the assistant and as a process of its own', async () => {
    for (const [folder, start] of [
      [home.folder, (aheadMs: number) => home.start({}, aheadMs)],
      [path.join(home.folder, 'desk'), (aheadMs: number) => home.startDesk(aheadMs)],
    ] as const) {
      await endedAt(folder, 'PS-OLD', before(DESK_MONTHS));
      await endedAt(folder, 'PS-BORDER', border(DESK_MONTHS));
      const keysAre = async (...keys: readonly string[]) =>
        (await keysAt(folder)).join() === keys.join();

      await keeps(
        () => start(0),
        () => keysAre('PS-BORDER'),
      );
      expect(await keysAt(folder)).toEqual(['PS-BORDER']);

      await keeps(
        () => start(2 * HOUR),
        () => keysAre(),
      );
    }
  }, 120_000);
});
