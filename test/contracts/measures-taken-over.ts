import { sql, type Kysely, type Migration } from 'kysely';
import { migrations } from '../../bot/storage/migrations';
import { measures } from '../../bot/storage/measures';
import type { AssistantTables } from '../../bot/storage/tables';
import { anEvent, aRequest } from './samples';

/**
 * What was done before months were counted is counted too.
 * @param open the same database each time
 */
export function itCountsWhatWasDoneBefore(
  open: (all: Readonly<Record<string, Migration>>) => Promise<Kysely<AssistantTables>>,
): void {
  it('counts what was done before months were counted', async () => {
    const before = Object.entries(migrations).filter(([name]) => name < '0015');
    const old = await open(Object.fromEntries(before));
    const body = JSON.stringify(aRequest());
    await sql`insert into request (id, draft, person, organisation, body)
      values ('PS-7F3K9Q', 'draft-1', 'ana', 'fellbridge', ${body})`.execute(old);
    for (const kind of ['approved', 'done'] as const) {
      const event = JSON.stringify(anEvent({ kind, at: '2026-07-31T23:30:00Z' }));
      await sql`insert into request_event (request, kind, body, told)
        values ('PS-7F3K9Q', ${kind}, ${event}, 1)`.execute(old);
    }
    await old.destroy();

    const db = await open(migrations);

    const second = ['2026-07-31T23:30:00Z', '2026-07-31T23:30:00.001Z'] as const;
    const [from, to] = second.map((at) => new Date(at)) as [Date, Date];
    expect((await measures(db).happened('fellbridge', from, to)).done).toMatchObject([
      { service: 'book-annual-leave', doneAt: '2026-07-31T23:30:00.000Z' },
    ]);
  });
}
