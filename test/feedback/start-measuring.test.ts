import { createLog } from '../../bot/log';
import { startMeasuring } from '../../bot/start-measuring';
import { createStores } from '../../bot/storage/create-stores';
import { aCommit } from '../contracts/samples';
import { opened } from '../contracts/some-turns';
import { eventually } from '../faults/eventually';
import { directory } from '../support/directory';
import { memoryDatabase } from '../support/memory-database';

it('measures what there is when it starts: ends what was left, then publishes what is over', async () => {
  const db = await memoryDatabase();
  const { conversations, measures } = createStores(db, { newId: () => 'o1' });
  const left = { kind: 'request', outcome: 'request', endedAt: null } as const;
  const at = new Date('2027-01-05T12:00:00Z');
  await conversations.commit(aCommit({ at, effects: [opened('i1', left)] }));
  const clock = () => new Date('2027-02-08T12:00:00Z');

  const loop = startMeasuring({ measures, directory, clock }, createLog('silent'));
  const published = await eventually('January to be published', async () => {
    const months = await measures.months(['fellbridge']);
    return months.length > 0 ? months : undefined;
  });
  await loop.stop();

  expect(published).toEqual(['2027-01']);
  expect(await measures.closeAbandoned(clock(), clock(), 10)).toBe(0);
  await db.destroy();
});
