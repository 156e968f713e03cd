import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Kysely } from 'kysely';
import { createStores } from '../../bot/storage/create-stores';
import { migrations } from '../../bot/storage/migrations';
import { openDatabase } from '../../bot/storage/open-database';
import type { AssistantTables } from '../../bot/storage/tables';
import { itCountsWhatWasDoneBefore } from '../contracts/measures-taken-over';
import { theseAreStores } from '../contracts/stores';

// In memory and in PostgreSQL: see test/slow.
describe('stores in an SQLite file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'stores-'));
  const open: Kysely<AssistantTables>[] = [];
  let ids = 0;

  afterEach(async () => {
    await Promise.all(open.splice(0).map((db) => db.destroy()));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  /** Made once: what migrations do to a file is not what these tests ask. */
  const empty = path.join(folder, 'empty.db');
  beforeAll(async () => {
    await (await openDatabase({ kind: 'file', path: empty }, migrations)).destroy();
  });

  theseAreStores(async () => {
    const file = path.join(folder, `${open.length}-${(ids += 1)}.db`);
    copyFileSync(empty, file);
    const db = await openDatabase<AssistantTables>({ kind: 'file', path: file }, migrations);
    open.push(db);
    return createStores(db, { newId: () => `o${(ids += 1)}` });
  });

  itCountsWhatWasDoneBefore(async (all) => {
    const file = path.join(folder, 'taken-over.db');
    const db = await openDatabase<AssistantTables>({ kind: 'file', path: file }, all);
    open.push(db);
    return db;
  });
});
