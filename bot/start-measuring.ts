/** Each hour: requests that nobody came back to are ended, and months that are over are counted and published. */
import { setImmediate as breathe } from 'node:timers/promises';
import { startLoop, type Loop } from '../dialogs';
import {
  closeAbandoned,
  publishMonths,
  type MeasuringTools,
} from './feedback/measures/publish-months';
import type { Log } from './log';

const EVERY_MS = 3_600_000;
const PAUSE_MS = 60_000;

export const startMeasuring = (tools: Omit<MeasuringTools, 'breathe'>, log: Log): Loop =>
  startLoop({
    round: async (stopping) => {
      const closed = await closeAbandoned({ ...tools, breathe });
      if (closed > 0) log.info({ event: 'interactions.abandoned', interactions: closed });
      for (const { organisation, month } of await publishMonths({ ...tools, breathe }, stopping))
        log.info({ event: 'measures.published', organisation, month });
      return EVERY_MS;
    },
    onError: (error) => {
      log.error({ event: 'measuring.failed' }, error);
    },
    pauseAfterErrors: (inARow) => Math.min(PAUSE_MS * 2 ** inARow, EVERY_MS),
  });
