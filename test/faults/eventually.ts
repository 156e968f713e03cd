/** Waits for what another process does in its own time. */
import { setTimeout as pause } from 'node:timers/promises';

const EVERY_MS = 25;
const LONGEST_MS = 15_000;

/**
 * @param look is asked again until it gives something
 * @throws Error where it gave nothing for so long that it never will
 */
export async function eventually<T>(
  what: string,
  look: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  for (let waited = 0; waited < LONGEST_MS; waited += EVERY_MS) {
    const found = await look();
    if (found !== undefined) return found;
    await pause(EVERY_MS);
  }
  throw new Error(`Waited ${LONGEST_MS / 1000} seconds in vain for ${what}.`);
}
