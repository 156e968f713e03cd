import { sql } from 'kysely';
import { isSampled } from '../../bot/feedback/sample';
import { createStores } from '../../bot/storage/create-stores';
import { migrate } from '../../bot/storage/migrate';
import { migrations } from '../../bot/storage/migrations';
import { openDatabase } from '../../bot/storage/open-database';
import type { AssistantTables } from '../../bot/storage/tables';
import { later, noon, within } from '../contracts/samples';

const DAY = 86_400_000;
const before = Object.fromEntries(
  Object.entries(migrations).filter(([name]) => name < '0012-review-queue'),
);

describe('the review queue of a store that is older than it', () => {
  it('holds what was rated poorly, and the sample of what was not rated', async () => {
    const db = await openDatabase<AssistantTables>({ kind: 'memory' }, before);
    await sql`insert into conversation (id, door, person, state, version, last_at, erased)
      values ('web-ana', 'web', 'ana', '{}', 1, ${noon.toISOString()}, 0)`.execute(db);
    const known = async (id: string, rating: string | null, verdict: string | null = null) =>
      sql`insert into interaction (id, person, organisation, conversation, kind, outcome, opened_at,
        clauses, rating, verdict) values (${id}, 'ana', 'fellbridge', 'web-ana', 'question',
        'answered', ${noon.toISOString()}, '[{"clause":"special-leave.2","version":null}]',
        ${rating}, ${verdict})`.execute(db);
    const unrated = Array.from({ length: 60 }, (_, n) => `unrated-${n}`);
    for (const id of unrated) await known(id, null);
    await known('partly', 'partly');
    await known('no', 'no');
    await known('yes', 'yes');
    await known('judged', 'no', 'wrong');

    await migrate(db, migrations, 'memory', 'main');

    const { reviews } = createStores(db, { newId: () => 'id' });
    const listed = async (state?: 'done') => {
      const filter = { policy: 'special-leave', ...(state && { state }) };
      const page = { now: later(DAY), limit: 100 };
      const { rows } = await reviews.queue(within('fellbridge'), filter, page);
      return rows.map(({ interaction }) => interaction);
    };
    const sampled = unrated.filter(isSampled).toSorted();
    expect(sampled.length).toBeGreaterThan(0);
    expect(await listed()).toEqual(['no', 'partly', ...sampled]);
    expect(await listed('done')).toEqual(['judged']);
    await db.destroy();
  });
});
