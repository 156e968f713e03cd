/** Mails whoever is due, one after the other, and looks again a little later. */
import { startLoop, type Loop } from '../../dialogs';
import type { Log } from '../log';
import { sendNextMail, type MailTools } from './send-next-mail';

const LOOK_EVERY_MS = 15_000;
const LONGEST_PAUSE_MS = 5 * 60_000;

export function startMailing(tools: MailTools, log: Log): Loop {
  return startLoop({
    round: async (stopping) => {
      while (!stopping.aborted) {
        const progress = await sendNextMail(tools);
        if (progress.kind === 'idle') break;
        const event = `mail-notice.${progress.kind}`;
        if ('reason' in progress) log.warn({ event, reason: progress.reason });
        else log.info({ event });
      }
      return LOOK_EVERY_MS;
    },
    onError: (error) => {
      log.error({ event: 'mail-notice.failed' }, error);
    },
    pauseAfterErrors: (inARow) => Math.min(LOOK_EVERY_MS * 2 ** inARow, LONGEST_PAUSE_MS),
  });
}
