/**
 * Waits until what SQLite has committed has reached the disk, beside the program's other work.
 *
 * In WAL mode with `synchronous = normal`, SQLite appends a commit to the log file and leaves the
 * flush to the system; flushing that file is all that `synchronous = full` adds
 * (https://www.sqlite.org/pragma.html#pragma_synchronous). A flush serves every commit before it.
 */
import { close, fdatasync, open } from 'node:fs';
import { open as openHandle } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { sql, type Kysely } from 'kysely';

export interface LogOnDisk {
  /** Resolves when everything committed before the call is on disk. @throws where the disk fails */
  reached(): Promise<void>;
  close(): Promise<void>;
}

// Plain numbers: a handle object that is forgotten would be closed, with a warning, at some time.
const openFile = promisify(open);
const flushFile = promisify(fdatasync);
const closeFile = promisify(close);

export function logOnDisk<Tables>(db: Kysely<Tables>): LogOnDisk {
  let log: Promise<number | undefined> | undefined;
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  const flush = async (): Promise<void> => {
    log ??= openLog(db);
    const file = await log.catch((error: unknown) => {
      log = undefined;
      throw error;
    });
    if (file !== undefined) await flushFile(file);
  };
  const start = (): Promise<void> => {
    running = flush().finally(() => {
      running = undefined;
    });
    return running;
  };

  return {
    reached() {
      if (running === undefined) return start();
      // The one under way may have begun before this commit, so it takes another; it is shared.
      next ??= running
        .catch(() => undefined)
        .then(() => {
          next = undefined;
          return start();
        });
      return next;
    },

    async close() {
      const file = await log;
      log = undefined;
      if (file !== undefined) await closeFile(file);
    },
  };
}

/** @returns undefined for a database in memory */
async function openLog<Tables>(db: Kysely<Tables>): Promise<number | undefined> {
  const { rows } = await sql<{
    file: string;
  }>`select file from pragma_database_list where name = 'main'`.execute(db);
  const file = rows[0]?.file ?? '';
  if (file === '') return undefined;
  const log = await openFile(`${file}-wal`, 'r+');
  await keepName(path.dirname(file));
  return log;
}

/** A new file is safe once its folder is on disk too. Windows has no such flush and needs none. */
async function keepName(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await openHandle(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
