/**
 * The delivery worker: empties the outbox, rests until the next delivery falls due, and is woken
 * when somebody confirms a request. Several processes may run one each.
 */
import { type Alarm, type Loop, startLoop } from '../start-loop';
import { deliverNext, type DeliverTools, type Progress } from './deliver-next';

/** Another process may post without waking us, so no rest is longer. */
const LONGEST_REST_MS = 30_000;
/** A delivery may be due and yet on loan to another process: no busy waiting for it. */
const SHORTEST_REST_MS = 200;
const PAUSE_AFTER_ERROR_MS = 5_000;
/** So that one receiver that hangs does not hold up the deliveries to the others. */
const LANES = 4;

export interface DispatchOptions extends DeliverTools {
  /** Told of each delivery that moved; carries ids and reasons, no personal data. */
  readonly onProgress: (progress: Exclude<Progress, { kind: 'idle' }>) => void;
  /** Told when the outbox itself failed. */
  readonly onError: (error: unknown) => void;
  readonly alarm?: Alarm;
}

export function startDispatch(options: DispatchOptions): Loop {
  const { outbox, clock, onProgress, onError, alarm } = options;

  async function drain(stopping: AbortSignal): Promise<void> {
    while (!stopping.aborted) {
      const progress = await deliverNext(options);
      if (progress.kind === 'idle') return;
      onProgress(progress);
    }
  }

  async function round(stopping: AbortSignal): Promise<number> {
    const lanes = await Promise.allSettled(Array.from({ length: LANES }, () => drain(stopping)));
    const broken = lanes.find((lane) => lane.status === 'rejected');
    if (broken !== undefined) throw broken.reason;

    const due = await outbox.nextDue();
    const wait = due === undefined ? LONGEST_REST_MS : due.getTime() - clock().getTime();
    return Math.min(Math.max(wait, SHORTEST_REST_MS), LONGEST_REST_MS);
  }

  return startLoop({ round, onError, pauseAfterErrors: () => PAUSE_AFTER_ERROR_MS, alarm });
}
