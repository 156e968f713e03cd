import { sql, type Kysely } from 'kysely';
import type { QueueFilter, Reviews } from '../../bot/console/reviews';
import { createStores } from '../../bot/storage/create-stores';
import { migrate } from '../../bot/storage/migrate';
import { migrations } from '../../bot/storage/migrations';
import { openDatabase } from '../../bot/storage/open-database';
import type { AssistantTables } from '../../bot/storage/tables';

const INTERACTIONS = 200_000;
const CONVERSATIONS = 5_000;
/** Written out: a bound number would be a fraction to SQLite. */
const many = sql.lit(CONVERSATIONS);
const MOST_MS = 300;
const AT = '2026-12-01T00:00:00.000Z';
const now = new Date('2027-01-05T12:00:00Z');

/** Of three organisations; one in ten rated poorly, one in twenty rated "Yes". */
async function fill(db: Kysely<AssistantTables>): Promise<void> {
  const numbers = (count: number) => sql`with recursive numbers(n) as
    (select 0 union all select n + 1 from numbers where n < ${sql.lit(count - 1)})`;
  await sql`insert into conversation (id, door, person, state, version, last_at, erased)
    ${numbers(CONVERSATIONS)} select 'c' || n, 'web', 'p' || n, '{}', 1, ${AT}, 0 from numbers`.execute(
    db,
  );
  await sql`insert into interaction (id, person, organisation, conversation, kind, outcome,
    opened_at, clauses, rating) ${numbers(INTERACTIONS)} select 'i' || n, 'p' || (n % ${many}),
    case n % 3 when 0 then 'fellbridge' when 1 then 'vale' else 'orchard-street' end,
    'c' || (n % ${many}), 'question', 'answered', ${AT},
    '[{"clause":"special-leave.2","version":null}]',
    case n % 20 when 0 then 'no' when 1 then 'partly' when 2 then 'yes' end from numbers`.execute(
    db,
  );
  await sql`insert into message (id, conversation, door, kind, in_reply_to, person, organisation,
    said, sensitivity, outcome, reply, interaction, at, erased, attempts) ${numbers(INTERACTIONS)}
    select 'm' || n, 'c' || (n % ${many}), 'web', 'reply', 'r' || n,
    'p' || (n % ${many}), 'fellbridge', 'words', 'none', 'answered', '{}', 'i' || n, ${AT},
    0, 0 from numbers`.execute(db);
}

describe('the review queue of 200,000 interactions', () => {
  let db: Kysely<AssistantTables>;
  let reviews: Reviews;

  beforeAll(async () => {
    const before = Object.entries(migrations).filter(([name]) => name < '0012-review-queue');
    db = await openDatabase<AssistantTables>({ kind: 'memory' }, Object.fromEntries(before));
    await fill(db);
    await migrate(db, migrations, 'memory', 'main');
    reviews = createStores(db, { newId: () => 'id' }).reviews;
  }, 60_000);
  afterAll(() => db.destroy());

  it.each<[string, QueueFilter, string | undefined]>([
    ['its first page', {}, undefined],
    ['a page far down', {}, '10-999999'],
    ['all of it, by a policy that nobody cited', { state: 'any', policy: 'nothing' }, undefined],
    ['what one reviewer has', { reviewer: 'nadia-rahman' }, undefined],
    ['one rating of one policy', { rating: 'no', policy: 'special-leave' }, '40-5000'],
  ])('shows %s at once', async (_what, filter, after) => {
    const all = { organisations: ['fellbridge', 'vale', 'orchard-street'], except: ['p1', 'p2'] };
    const begun = performance.now();
    await reviews.queue(all, filter, { now, limit: 26, after });
    expect(performance.now() - begun).toBeLessThan(MOST_MS);
  });
});
