/** Deletes what the desk has kept long enough; it looks several times a day. */
import { monthsBefore } from '../calendar/days';
import { startLoop, type Loop } from '../../dialogs';
import type { Log } from '../log';
import type { DeskRetention } from './desk-retention';

const EVERY_MS = 6 * 3_600_000;
const PAUSE_MS = 3_600_000;

export const startDeskRetention = (
  retention: Pick<DeskRetention, 'deleteEndedBefore' | 'scrub'>,
  keepMonths: number,
  clock: () => Date,
  log: Log,
): Loop =>
  startLoop({
    round: async () => {
      const requests = await retention.deleteEndedBefore(monthsBefore(clock(), keepMonths));
      await retention.scrub();
      if (requests > 0) log.info({ event: 'desk.requests-deleted', requests });
      return EVERY_MS;
    },
    onError: (error) => {
      log.error({ event: 'desk.retention-failed' }, error);
    },
    pauseAfterErrors: () => PAUSE_MS,
  });
