import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createStores } from '../../bot/storage/create-stores';
import { migrations } from '../../bot/storage/migrations';
import { openDatabase } from '../../bot/storage/open-database';
import type { AssistantTables } from '../../bot/storage/tables';
import { aCommit, aRating, aReply, anInteraction, later, MINUTE } from '../contracts/samples';

const WORDS = 'zebra crossing in the rain';

describe('words that were erased', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'erased-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const onDisk = (): boolean =>
    readdirSync(folder).some((file) => readFileSync(path.join(folder, file)).includes(WORDS));

  it('are in no file of the store any more: not in what is free, and not in the log', async () => {
    const file = path.join(folder, 'assistant.db');
    const db = await openDatabase<AssistantTables>({ kind: 'file', path: file }, migrations);
    let ids = 0;
    const stores = createStores(db, { newId: () => `o${(ids += 1)}` });
    const effects = [
      { kind: 'interaction-opened', interaction: anInteraction() },
      { kind: 'rated', rating: aRating({ comment: WORDS }) },
    ] as const;
    const reply = aReply({ text: `${WORDS} `.repeat(400) });
    await stores.conversations.commit(aCommit({ said: WORDS, reply, interaction: 'i1', effects }));
    await stores.retention.scrub();
    expect(onDisk()).toBe(true);

    await stores.retention.eraseWordsBefore(later(2 * MINUTE));
    await stores.retention.scrub();
    expect(onDisk()).toBe(false);
    await stores.close();
    await db.destroy();
  });
});
