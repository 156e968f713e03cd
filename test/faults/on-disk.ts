/** Reads what a product has on its disk, while none runs on it. */
import path from 'node:path';
import { migrations } from '../../bot/storage/migrations';
import { openDatabase } from '../../bot/storage/open-database';
import { createStores, type Stores } from '../../bot/storage/create-stores';
import type { AssistantTables } from '../../bot/storage/tables';
import type { Kysely } from 'kysely';

export async function onDisk<T>(
  folder: string,
  read: (stores: Stores, db: Kysely<AssistantTables>) => Promise<T>,
): Promise<T> {
  const file = path.join(folder, 'assistant.db');
  const db = await openDatabase<AssistantTables>({ kind: 'file', path: file }, migrations);
  try {
    return await read(createStores(db, { newId: () => 'unused' }), db);
  } finally {
    await db.destroy();
  }
}
