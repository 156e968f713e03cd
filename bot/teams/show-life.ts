/**
 * What is shown while a turn is under way: that somebody is typing; or how far an answer is that a
 * model phrases, which takes seconds.
 */
import { setTimeout as rest } from 'node:timers/promises';
import type { OnProgress } from '../../knowledge';
import { wording } from '../wording';
import type { Line } from './line';
import type { Tools } from './tools';

export interface Life {
  readonly onProgress: OnProgress;
  /** Resolves when nothing more of it will come: it must not come after the reply. */
  end(): Promise<void>;
}

export function showLife({ patience, log }: Pick<Tools, 'patience' | 'log'>, line: Line): Life {
  const over = new AbortController();
  const { signal } = over;
  const isOver = (): boolean => signal.aborted;
  const pause = (milliseconds: number): Promise<void> =>
    rest(milliseconds, undefined, { signal }).catch(() => undefined); // over: whoever waits looks
  let now: Parameters<OnProgress>[0] | undefined;
  let wake = (): void => undefined;
  const news = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
    });

  const show = async (): Promise<void> => {
    await pause(patience.typingAfterMs);
    if (!isOver() && now === undefined) await line.send([{ type: 'typing' }]);
    let shown: typeof now;
    while (!isOver()) {
      if (now === undefined || now === shown) {
        await news();
        continue;
      }
      shown = now;
      if (!(await line.inform(wording.teams.progress[shown]))) return;
      await pause(patience.streamEveryMs);
    }
  };
  const showing = show().catch(() => {
    log.info({ event: 'teams.typing-not-shown' });
  });
  return {
    onProgress(progress) {
      now = progress;
      wake();
    },
    async end() {
      over.abort();
      wake();
      await showing;
    },
  };
}
