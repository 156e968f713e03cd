/** Keeps the product from committing anything, so that it can be killed before a turn is on disk. */
import path from 'node:path';
import { openSqlite } from '../../bot/storage/open-sqlite';

/** As a backup program might: holds the lock that every commit needs. */
export function holdTheDisk(folder: string): () => void {
  const database = openSqlite(path.join(folder, 'assistant.db'));
  database.prepare('begin').run([]);
  return () => {
    database.prepare('rollback').run([]);
    database.close();
  };
}

/** Whether the product answers nobody just now. */
export const isStuck = async (url: string): Promise<true | undefined> => {
  try {
    await (await fetch(`${url}/health`, { signal: AbortSignal.timeout(250) })).text();
    return undefined;
  } catch {
    return true;
  }
};
