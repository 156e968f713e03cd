/** Ways for the process to die while something is under way: before it is on disk, or at any moment. */
import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from './eventually';
import { holdTheDisk, isStuck } from './hold-the-disk';
import type { Product } from './product';

/**
 * Something is under way and needs the disk; it dies before it gets it.
 * @param begin resolves when it is under way
 */
export async function killBeforeTheDisk(
  product: Product,
  folder: string,
  begin: () => Promise<unknown>,
): Promise<void> {
  const release = holdTheDisk(folder);
  try {
    await begin();
    await product.kill();
  } finally {
    release();
  }
}

export const untilStuck = ({ url }: Product): Promise<true> =>
  eventually('the disk to hold it up', () => isStuck(url));

/** @param longestMs what is under way takes about as long: the blow may fall into any part, or after it */
export async function killSoon(
  product: Product,
  random: () => number,
  longestMs: number,
): Promise<void> {
  await pause(random() * longestMs);
  await product.kill();
}
