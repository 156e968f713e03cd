import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { projectRoot } from '../../bot/project-root';
import { createStores } from '../../bot/storage/create-stores';
import { migrations } from '../../bot/storage/migrations';
import { openDatabase } from '../../bot/storage/open-database';
import { openReader } from '../../bot/storage/open-reader';
import type { AssistantTables } from '../../bot/storage/tables';
import { within } from '../contracts/samples';
import { question } from '../contracts/some-turns';
import { transcriptsAreNarrowed } from '../contracts/transcripts-narrowed';

/** Counts to two million within SQLite, which takes a while. */
const LONG = sql<{ n: number }>`
  with recursive counting (n) as (select 1 union all select n + 1 from counting where n < 2000000)
  select max(n) as n from counting`;

describe('a database file that is read in a thread of its own', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'reading-'));
  const open: { destroy: () => Promise<void> }[] = [];
  let files = 0;
  afterEach(async () => {
    for (const one of open.splice(0)) await one.destroy();
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const openBoth = async () => {
    const where = { kind: 'file', path: path.join(folder, `${(files += 1)}.db`) } as const;
    const db = await openDatabase<AssistantTables>(where, migrations);
    const { reader, end } = openReader(where, db, projectRoot());
    open.push({ destroy: end }, db);
    return { db, reader, end, stores: createStores(db, { newId: randomUUID }, reader) };
  };
  const peopleIn = async ({ stores }: Awaited<ReturnType<typeof openBoth>>) =>
    (await stores.reading.transcripts(within('fellbridge'), { limit: 9, offset: 0 })).rows.map(
      ({ person }) => person,
    );

  transcriptsAreNarrowed(async () => (await openBoth()).stores);

  it('is written while a long statement is read, and what was written is read at once', async () => {
    const both = await openBoth();
    let isRead = false;
    const long = LONG.execute(both.reader).then(({ rows }) => {
      isRead = true;
      return rows;
    });
    await both.stores.conversations.commit(question('ana', 'fellbridge'));
    expect(isRead).toBe(false);
    expect(await long).toEqual([{ n: 2_000_000 }]);
    expect(await peopleIn(both)).toEqual(['ana']);
  });

  it('is not changed by what reads, which says what the database said', async () => {
    const { reader } = await openBoth();
    await expect(reader.deleteFrom('audit').execute()).rejects.toThrow(/readonly|query_only/);
    await expect(reader.transaction().execute(async () => undefined)).rejects.toThrow(
      'Write through the main connection.',
    );
    await expect(sql`select name from nowhere`.execute(reader)).rejects.toThrow(
      'no such table: nowhere',
    );
  });

  it('ends in the middle of a long statement, and whoever waits for it is told', async () => {
    const { reader, end } = await openBoth();
    await sql`select 1`.execute(reader);
    const long = expect(LONG.execute(reader)).rejects.toThrow('ended');
    await end();
    await long;
  });
});
