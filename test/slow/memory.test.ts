import type { Kysely } from 'kysely';
import { createStores } from '../../bot/storage/create-stores';
import { migrations } from '../../bot/storage/migrations';
import { openDatabase } from '../../bot/storage/open-database';
import type { AssistantTables } from '../../bot/storage/tables';
import { theseAreStores } from '../contracts/stores';

describe('stores in an SQLite memory', () => {
  const open: Kysely<AssistantTables>[] = [];
  let ids = 0;

  afterEach(async () => {
    await Promise.all(open.splice(0).map((db) => db.destroy()));
  });

  theseAreStores(async () => {
    const db = await openDatabase<AssistantTables>({ kind: 'memory' }, migrations);
    open.push(db);
    return createStores(db, { newId: () => `o${(ids += 1)}` });
  });
});
