/**
 * A rest that ends when the test says so. Nobody sleeps; how long a loop meant to rest is kept.
 */
import type { Alarm } from '../../dialogs/start-loop';

export interface ScriptedAlarm extends Alarm {
  /** Resolves with how long the loop rests, in milliseconds, as soon as it lies down. */
  resting(): Promise<number>;
}

export function scriptedAlarm(): ScriptedAlarm {
  let rung = false;
  let getUp: (() => void) | undefined;
  let now: number | undefined;
  let tell: ((milliseconds: number) => void) | undefined;
  return {
    rest: (milliseconds) => {
      if (rung) {
        rung = false;
        return Promise.resolve();
      }
      now = milliseconds;
      tell?.(milliseconds);
      return new Promise((resolve) => {
        getUp = resolve;
      });
    },
    ring: () => {
      if (getUp === undefined) rung = true;
      now = undefined;
      getUp?.();
      getUp = undefined;
    },
    resting: () =>
      now === undefined
        ? new Promise((resolve) => {
            tell = resolve;
          })
        : Promise.resolve(now),
  };
}
