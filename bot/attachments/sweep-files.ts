/** Removes what is in files that nothing holds any more, or that no turn ever came to hold. */
import type { Attachments } from './attachments';
import type { FileKeep } from './file-keep';

export interface SweepTools {
  readonly files: FileKeep;
  readonly attachments: Attachments;
}

const AT_ONCE = 100;
/** A turn is committed seconds after its file was put, or never. */
const ORPHANED_AFTER_MS = 3_600_000;

/** A draft was cancelled, a file taken out, words deleted. @returns how many were removed */
export async function sweepReleased({ files, attachments }: SweepTools): Promise<number> {
  let removed = 0;
  for (;;) {
    const released = await attachments.released(AT_ONCE);
    for (const file of released) {
      // In this order: a crash in between removes it once more, and never leaves it behind.
      await files.remove(file);
      await attachments.forget(file);
    }
    removed += released.length;
    if (released.length < AT_ONCE) return removed;
  }
}

/** The process died, or the turn failed, after its file was put. @returns how many were removed */
export const sweepOrphans = ({ files, attachments }: SweepTools, now: Date): Promise<number> =>
  sweepUnknown(files, new Date(now.getTime() - ORPHANED_AFTER_MS), (some) =>
    attachments.known(some),
  );

/**
 * Removes what was put before that time and belongs to nothing. What is sent again while we look
 * is put again first, and so is left.
 * @param known those of the given files that belong to something
 * @returns how many were removed
 */
export async function sweepUnknown(
  files: Pick<FileKeep, 'olderThan' | 'removeOlder'>,
  before: Date,
  known: (some: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<number> {
  const old = await files.olderThan(before);
  let removed = 0;
  for (let from = 0; from < old.length; from += AT_ONCE) {
    const some = old.slice(from, from + AT_ONCE);
    const kept = await known(some);
    for (const file of some)
      if (!kept.has(file) && (await files.removeOlder(file, before))) removed += 1;
  }
  return removed;
}
