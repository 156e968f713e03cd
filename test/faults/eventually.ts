/** Waits for what another process does in its own time. */
import { setTimeout as pause } from 'node:timers/promises';

const EVERY_MS = 25;
const LONGEST_MS = 30_000;

/**
 * @param look is asked again until it gives something; where it fails, the other process may not be there yet
 * @throws Error where it gave nothing for so long that it never will, with why it failed last
 */
export async function eventually<T>(
  what: string,
  look: () => T | undefined | Promise<T | undefined>,
  longestMs = LONGEST_MS,
): Promise<T> {
  let cause: unknown;
  for (let waited = 0; waited < longestMs; waited += EVERY_MS) {
    try {
      const found = await look();
      if (found !== undefined) return found;
    } catch (error) {
      cause = error;
    }
    await pause(EVERY_MS);
  }
  throw new Error(`Waited ${longestMs / 1000} seconds in vain for ${what}.`, { cause });
}
