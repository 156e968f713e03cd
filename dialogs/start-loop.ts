/**
 * A loop that works, rests, and works again, in the background of the process.
 *
 * It can be woken from its rest; a wake-up that comes while it works is not lost. A round that
 * throws is reported and tried again after a pause: the loop itself never ends by an error.
 */
export interface Loop {
  wake(): void;
  /** Resolves when the round under way has ended; no other is begun. */
  stop(): Promise<void>;
}

/** A sleep that can be cut short. Ringing while nobody sleeps cuts the next sleep. */
export interface Alarm {
  rest(milliseconds: number): Promise<void>;
  ring(): void;
}

export interface LoopOptions {
  /** @returns how long to rest, in milliseconds. */
  readonly round: (stopping: AbortSignal) => Promise<number>;
  readonly onError: (error: unknown) => void;
  /** Milliseconds to rest after this many errors in a row, 1 at the least, and after this last one. */
  readonly pauseAfterErrors: (inARow: number, error: unknown) => number;
  readonly alarm?: Alarm | undefined;
}

export function startLoop({
  round,
  onError,
  pauseAfterErrors,
  alarm = newAlarm(),
}: LoopOptions): Loop {
  const stopping = new AbortController();

  async function run(): Promise<void> {
    for (let errors = 0; !stopping.signal.aborted;) {
      try {
        const rest = await round(stopping.signal);
        errors = 0;
        await alarm.rest(rest);
      } catch (error) {
        if (error === stopping.signal.reason) return; // it was cut short by stopping: no fault
        errors += 1;
        onError(error);
        await alarm.rest(pauseAfterErrors(errors, error));
      }
    }
  }

  const ended = run();
  return {
    wake: () => {
      alarm.ring();
    },
    stop: () => {
      stopping.abort();
      alarm.ring();
      return ended;
    },
  };
}

function newAlarm(): Alarm {
  let rung = false;
  let getUp: (() => void) | undefined;
  return {
    rest: (milliseconds) =>
      new Promise((resolve) => {
        const end = (): void => {
          clearTimeout(timer);
          getUp = undefined;
          rung = false;
          resolve();
        };
        const timer = setTimeout(end, rung ? 0 : milliseconds);
        getUp = end;
      }),
    ring: () => {
      rung = true;
      getUp?.();
    },
  };
}
