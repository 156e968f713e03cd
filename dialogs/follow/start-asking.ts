/**
 * Asks a receiving service, again and again, what became of the requests that it has. Safe to lose
 * at any line and to run twice at once: a request is lent to one question at a time, and what is
 * told twice counts once.
 */
import type { RequestEvent } from '../request';
import { TryLater } from '../dispatch/connector';
import { type Alarm, type Loop, startLoop } from '../start-loop';
import type { Reported, Reports } from './reports';
import type { StatusSource } from './status-source';

const ANSWER_LIMIT_MS = 10_000;
/** How often the store is looked at for requests that are due to be asked about. */
const LOOK_EVERY_MS = 15_000;
/** Between two questions while there are more: a system is not stormed after it was away. */
const BETWEEN_MS = 1_000;
const LONGEST_PAUSE_MS = 60 * 60_000;
const LONGEST_ASKED_FOR_MS = 24 * 60 * 60_000;

export interface AskingOptions {
  readonly source: StatusSource;
  readonly reports: Reports;
  readonly clock: () => Date;
  /** Told of each event that was new, once it is on disk. */
  readonly onNews: (event: RequestEvent) => void;
  /** Told of what the service said that cannot be so. */
  readonly onOdd: (request: string, kind: Reported['kind']) => void;
  readonly onError: (error: unknown) => void;
  readonly alarm?: Alarm;
}

export function startAsking(options: AskingOptions): Loop {
  const { onError, alarm } = options;
  return startLoop({
    round: async (stopping) => {
      const asked = await askOnce(options, stopping);
      return asked < options.source.batch ? LOOK_EVERY_MS : BETWEEN_MS;
    },
    onError,
    pauseAfterErrors: (inARow, error) => {
      const wanted = error instanceof TryLater ? (error.notBefore ?? 0) : 0;
      const pause = Math.min(LOOK_EVERY_MS * 2 ** inARow, LONGEST_PAUSE_MS);
      return Math.max(pause, Math.min(wanted, LONGEST_ASKED_FOR_MS));
    },
    alarm,
  });
}

/** @returns about how many requests it asked */
export async function askOnce(
  { source, reports, clock, onNews, onOdd }: AskingOptions,
  signal: AbortSignal,
): Promise<number> {
  const now = clock();
  const before = new Date(now.getTime() - source.everyMs);
  const requests = await reports.toAsk(source.system, before, now, source.batch);
  if (requests.length === 0) return 0;
  const limit = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_LIMIT_MS)]);
  for (const report of await source.ask(requests, limit)) {
    const reported = await reports.record(report);
    if (reported.kind === 'recorded') reported.events.forEach(onNews);
    else if (reported.kind !== 'nothing-new') onOdd(report.request, reported.kind);
  }
  return requests.length;
}
