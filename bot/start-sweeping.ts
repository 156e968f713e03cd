/** Files that nothing holds are removed within a minute; orphans and old ones are looked for each hour. */
import { startLoop, type Loop } from '../dialogs';
import { sweepOrphans, sweepReleased, type SweepTools } from './attachments/sweep-files';
import type { DeskFiles } from './desk/desk-files';
import type { Log } from './log';

const EVERY_MS = 60_000;
const ORPHANS_EVERY_MS = 3_600_000;
const LONGEST_PAUSE_MS = 3_600_000;
const DAY_MS = 86_400_000;

export interface SweepingTools extends SweepTools {
  /** Of the desk, where it runs in this process. */
  readonly deskFiles: Pick<DeskFiles, 'sweep'> | undefined;
}

/** @param keepDays how long a request that was delivered, or ended, keeps its files here */
export function startSweeping(
  tools: SweepingTools,
  keepDays: number,
  clock: () => Date,
  log: Log,
): Loop {
  let lookedAt = 0;
  return startLoop({
    round: async () => {
      const now = clock();
      let removed = 0;
      if (now.getTime() - lookedAt >= ORPHANS_EVERY_MS) {
        lookedAt = now.getTime();
        await tools.attachments.releaseSentBefore(new Date(now.getTime() - keepDays * DAY_MS));
        removed += await sweepOrphans(tools, now);
        removed += (await tools.deskFiles?.sweep(now)) ?? 0;
      }
      removed += await sweepReleased(tools);
      if (removed > 0) log.info({ event: 'files.removed', files: removed });
      return EVERY_MS;
    },
    onError: (error) => {
      log.error({ event: 'sweeping.failed' }, error);
    },
    pauseAfterErrors: (inARow) => Math.min(EVERY_MS * 2 ** inARow, LONGEST_PAUSE_MS),
  });
}
