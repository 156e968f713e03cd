/** Files of the desk: handed in before their request, read with it, swept away where none ever came. */
import type { Kysely } from 'kysely';
import type { FileKeep } from '../attachments/file-keep';
import { sweepUnknown } from '../attachments/sweep-files';
import type { DeskFile } from './desk-request';
import { DeskRequestBody } from './desk-request';
import type { DeskTables } from './desk-tables';

export interface DeskFileRead extends DeskFile {
  readonly bytes: Uint8Array;
}

export interface DeskFiles {
  put(id: string, bytes: Uint8Array, now: Date): Promise<void>;
  /** Whether all of them are here. */
  areHere(files: readonly DeskFile[]): Promise<boolean>;
  /** A file of that request and of no other. */
  read(reference: string, id: string): Promise<DeskFileRead | undefined>;
  /** Removes those of these files that no request has any more. */
  drop(files: readonly string[], now: Date): Promise<void>;
  /** Removes files whose request never came. @returns how many */
  sweep(now: Date): Promise<number>;
}

/** A sender tries for hours, and then waits until somebody has it sent anew, with its files. */
const WAITS_FOR_REQUEST_MS = 7 * 86_400_000;

export const deskFiles = (db: Kysely<DeskTables>, keep: FileKeep): DeskFiles => ({
  put: (id, bytes, now) => keep.put(id, bytes, now),

  async areHere(files) {
    for (const { id } of files) if (!(await keep.has(id))) return false;
    return true;
  },

  async read(reference, id) {
    const row = await db
      .selectFrom('desk_files as f')
      .innerJoin('desk_requests as r', 'r.reference', 'f.reference')
      .select('r.body')
      .where('f.reference', '=', reference)
      .where('f.file', '=', id)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const { files = [] } = DeskRequestBody.parse(JSON.parse(row.body));
    const file = files.find((one) => one.id === id);
    const bytes = await keep.read(id);
    return file === undefined || bytes === undefined ? undefined : { ...file, bytes };
  },

  async drop(files, now) {
    const kept = await heldOf(db, files);
    for (const file of new Set(files)) if (!kept.has(file)) await keep.removeOlder(file, now);
  },

  sweep: (now) =>
    sweepUnknown(keep, new Date(now.getTime() - WAITS_FOR_REQUEST_MS), (some) => heldOf(db, some)),
});

async function heldOf(
  db: Kysely<DeskTables>,
  files: readonly string[],
): Promise<ReadonlySet<string>> {
  if (files.length === 0) return new Set();
  const rows = await db
    .selectFrom('desk_files')
    .select('file')
    .where('file', 'in', files)
    .execute();
  return new Set(rows.map(({ file }) => file));
}
