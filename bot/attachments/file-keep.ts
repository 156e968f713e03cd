/**
 * A FileKeep holds what is in files, by id, beside the database. A file is put here before the
 * turn that adds it is committed: if the process dies in between, nobody names the file, and it is
 * swept away. Which file belongs to what is in `attachments.ts`.
 */
export interface FileKeep {
  /** Resolves when it is on disk. An id stands for its bytes: put again, it is the same file. */
  put(id: string, bytes: Uint8Array, now: Date): Promise<void>;
  read(id: string): Promise<Uint8Array | undefined>;
  has(id: string): Promise<boolean>;
  /** Also where it is gone already. */
  remove(id: string): Promise<void>;
  /** Leaves it where it was put again since, also at this very moment. @returns whether it is gone by this */
  removeOlder(id: string, time: Date): Promise<boolean>;
  /** The ids of what was put before this time. */
  olderThan(time: Date): Promise<readonly string[]>;
}
