/** A line that is not worth keeping: said now or not at all. */
import { wording } from '../wording';
import { done, notKept, type Answer } from './answer';
import type { Line } from './line';
import { plain } from './reply-activities';
import { Stopped } from './stream';
import type { Tools } from './tools';

export async function sayQuickly(
  { log }: Pick<Tools, 'log'>,
  line: Line,
  text: string,
): Promise<boolean> {
  try {
    await line.send([plain(text)]);
    return true;
  } catch (error) {
    if (error instanceof Stopped) return true; // they wait for nothing
    log.warn({ event: 'teams.line-not-sent' });
    return false;
  }
}

/** Told that it failed, the person sends it again themselves; not told, the channel should. */
export async function keptOrTold(
  tools: Pick<Tools, 'log'>,
  line: Line,
  take: () => Promise<void>,
): Promise<Answer> {
  try {
    await take();
    return done;
  } catch (error) {
    tools.log.error({ event: 'teams.turn-failed' }, error);
    return (await sayQuickly(tools, line, wording.errors.failed)) ? done : notKept;
  }
}
