/** What runs beside the doors: tell requesters, remind approvers, keep no words too long. */
import { startLoop, type Loop } from '../dialogs';
import { monthsBefore } from './calendar/days';
import type { Retention } from './console/reading';
import { tellRequesters, type TellTools } from './conversation/tell-requesters';
import type { LateRequests } from './conversation/late-requests';
import { mindLate } from './conversation/mind-late';
import { mindTasks, type MindTools } from './conversation/mind-tasks';
import type { Log } from './log';
import type { KeepMonths } from './own-data/own-data';

const NEWS_EVERY_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
const MINDING_EVERY_MS = 60_000;
const RETENTION_EVERY_MS = 6 * 3_600_000;

/** @param wakeDoors told when notices were queued */
export function startTelling(tools: TellTools, wakeDoors: () => void, log: Log): Loop {
  return startLoop({
    round: async () => {
      const told = await tellRequesters(tools);
      if (told > 0) wakeDoors();
      return NEWS_EVERY_MS;
    },
    onError: (error) => {
      log.error({ event: 'telling.failed' }, error);
    },
    pauseAfterErrors: (inARow) => Math.min(NEWS_EVERY_MS * 2 ** inARow, LONGEST_PAUSE_MS),
  });
}

/**
 * Reminds approvers, passes requests on and sees what is late; its clocks are days long, so a look a minute will do.
 * @param wakeOthers told when something was: notices were queued, or a delivery
 */
export function startMinding(
  tools: MindTools & { readonly late: LateRequests },
  wakeOthers: () => void,
  log: Log,
): Loop {
  return startLoop({
    round: async () => {
      const minded = await mindTasks(tools);
      for (const { kind, request } of minded) log.info({ event: `task.${kind}`, request });
      const late = await mindLate(tools);
      for (const { request } of late) log.info({ event: 'request.late', request });
      if (minded.length + late.length > 0) wakeOthers();
      return MINDING_EVERY_MS;
    },
    onError: (error) => {
      log.error({ event: 'minding.failed' }, error);
    },
    pauseAfterErrors: (inARow) => Math.min(NEWS_EVERY_MS * 2 ** inARow, LONGEST_PAUSE_MS),
  });
}

/** Everything is kept for so long and no longer; it looks several times a day. */
export function startRetention(
  retention: Retention,
  terms: KeepMonths,
  clock: () => Date,
  log: Log,
): Loop {
  return startLoop({
    round: async () => {
      const before = (months: number): Date => monthsBefore(clock(), months);
      const gone = {
        words: await retention.eraseWordsBefore(before(terms.words)),
        requests: await retention.deleteRequestsBefore(before(terms.requests)),
        turns: await retention.deleteTurnsBefore(before(terms.turns)),
        audits: await retention.deleteAuditsBefore(before(terms.audit)),
      };
      await retention.scrub();
      if (Object.values(gone).some((some) => some > 0))
        log.info({ event: 'retention.erased', ...gone });
      return RETENTION_EVERY_MS;
    },
    onError: (error) => {
      log.error({ event: 'retention.failed' }, error);
    },
    pauseAfterErrors: () => LONGEST_PAUSE_MS,
  });
}
