/** Stores in database files, as several programs on one machine have them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Kysely } from 'kysely';
import { createStores, type Stores } from '../../bot/storage/create-stores';
import { migrations } from '../../bot/storage/migrations';
import { openDatabase } from '../../bot/storage/open-database';
import type { AssistantTables } from '../../bot/storage/tables';

export interface StoresInAFolder {
  readonly folder: string;
  /** The databases that are open now, in the order in which they were opened. */
  readonly open: readonly Kysely<AssistantTables>[];
  /** Opens the file of that name, anew each time; closed after the test. */
  readonly openFile: (name: string) => Promise<Stores>;
}

/** For one `describe`: the folder is removed after its last test. */
export function storesInAFolder(): StoresInAFolder {
  const folder = mkdtempSync(path.join(tmpdir(), 'stores-'));
  const open: Kysely<AssistantTables>[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((db) => db.destroy()));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  return {
    folder,
    open,
    openFile: async (name) => {
      const where = { kind: 'file', path: path.join(folder, name) } as const;
      const db = await openDatabase<AssistantTables>(where, migrations);
      open.push(db);
      return createStores(db, { newId: () => 'o1' });
    },
  };
}
