/**
 * Keeps files in a folder beside the SQLite database, so that a photo of ten megabytes neither
 * swells the database nor holds up a turn. Each is written under another name first and renamed
 * when it is on disk: under its own name it is whole, whatever happens. One process has the folder:
 * where several share a database, files are in a table of it.
 */
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import type { FileKeep } from '../attachments/file-keep';
import { inOrder } from '../conversation/in-order';

const ID = /^[0-9a-f]{64}$/;

export function folderFiles(folder: string): FileKeep {
  const placeOf = (id: string): string => {
    if (!ID.test(id)) throw new Error('A file is asked for by something that is no id.');
    return path.join(folder, id);
  };
  // Between a look at how old a file is and its removal, nobody puts it anew.
  const oneByOne = inOrder();
  return {
    async put(id, bytes, now) {
      const place = placeOf(id);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const half = `${place}.${process.pid}-${(puts += 1)}.half`;
      await writeWhole(half, bytes);
      await utimes(half, now, now);
      await oneByOne(id, () => rename(half, place));
      await reachDisk(folder);
    },

    async read(id) {
      try {
        return await readFile(placeOf(id));
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },

    has: async (id) => (await stat(placeOf(id)).catch(() => undefined)) !== undefined,

    remove: (id) => rm(placeOf(id), { force: true }),

    removeOlder: (id, time) =>
      oneByOne(id, async () => {
        const place = placeOf(id);
        const age = await stat(place).catch(() => undefined);
        if (age === undefined || age.mtime >= time) return false;
        await rm(place, { force: true });
        return true;
      }),

    async olderThan(time) {
      const names = await namesIn(folder);
      const old: string[] = [];
      for (const name of names) {
        const age = await stat(path.join(folder, name)).catch(() => undefined);
        if (age === undefined || age.mtime >= time) continue;
        if (ID.test(name)) old.push(name);
        // Half written when a process died.
        else if (name.endsWith('.half')) await rm(path.join(folder, name), { force: true });
      }
      return old;
    },
  };
}

let puts = 0;

async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'w', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The new name too must outlive the machine. Windows opens no folders, and sees to it itself. */
async function reachDisk(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  if (handle === undefined) return;
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
