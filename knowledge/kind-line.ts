/** Whether the kind line that a clause would open with fits what the person said. */
import { z } from 'zod';
import { asksOfTheirStaff } from './point-of-view';
import type { Opening } from './policies/schema';
import lossWords from './words/loss-words.json';

const LOSS = z
  .array(z.string())
  .parse(lossWords.patterns)
  .map((pattern) => new RegExp(pattern));

export function speaksOfLoss(said: string): boolean {
  const plain = said.toLowerCase();
  return LOSS.some((pattern) => pattern.test(plain));
}

/** A kind word is for the one it happened to; condolence for nobody who did not speak of a loss. */
export function kindLine(opening: Opening, said: string): Opening {
  if (asksOfTheirStaff(said)) return 'none';
  if (opening !== 'bereavement' && opening !== 'baby-loss') return opening;
  return speaksOfLoss(said) ? opening : 'none';
}
