/** A program that fills the variations of the database it is given and says how many there are. */
import { writeSync } from 'node:fs';
import { createStores } from '../../bot/storage/create-stores';
import { migrations } from '../../bot/storage/migrations';
import { openDatabase } from '../../bot/storage/open-database';
import type { AssistantTables } from '../../bot/storage/tables';
import { noon } from '../contracts/samples';
import { aSeed } from '../support/a-variation-entry';

async function main(path: string): Promise<void> {
  const db = await openDatabase<AssistantTables>({ kind: 'file', path }, migrations);
  const { variations } = createStores(db, { newId: () => 'o1' });
  await variations.fillIfEmpty([aSeed('fellbridge'), aSeed('vale')], ['fellbridge', 'vale'], noon);
  const counts = [await variations.history('fellbridge'), await variations.history('vale')];
  writeSync(1, `${counts.map(({ length }) => length).join(' ')}\n`);
  await db.destroy();
}

void main(process.argv[2] ?? '');
