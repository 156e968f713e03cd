/** The files below a folder, in one order everywhere. Links that lead out of it are not followed. */
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';

export interface FoundDocument {
  /** Relative to the folder, with forward slashes. */
  readonly file: string;
  readonly path: string;
  readonly bytes: number;
}

/** Left by file systems, editors and Word. */
const HIDDEN = /^(?:\.|~\$|thumbs\.db$|desktop\.ini$|__macosx$|node_modules$)/i;
const DEEPEST = 20;

/** @throws where the folder itself cannot be read */
export async function findDocuments(folder: string): Promise<readonly FoundDocument[]> {
  const root = await realpath(folder);
  const found: FoundDocument[] = [];
  const walk = async (directory: string, shown: string, depth: number): Promise<void> => {
    const entries = await readdir(directory, { withFileTypes: true });
    for (const { name } of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      if (HIDDEN.test(name)) continue;
      const real = await realpath(path.join(directory, name)).catch(() => undefined);
      if (real === undefined || !isBelow(root, real)) continue;
      const about = await stat(real);
      const file = shown === '' ? name : `${shown}/${name}`;
      if (about.isDirectory() && depth < DEEPEST && !isBelow(real, directory))
        await walk(real, file, depth + 1);
      else if (about.isFile()) found.push({ file, path: real, bytes: about.size });
    }
  };
  await walk(root, '', 0);
  return found;
}

/** True also for the folder itself. */
const isBelow = (folder: string, file: string): boolean => {
  const relative = path.relative(folder, file);
  return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative));
};
