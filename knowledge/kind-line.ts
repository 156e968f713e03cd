/** Whether the kind line that a clause would open with fits what the person said. */
import { z } from 'zod';
import { asksOfTheirStaff } from './point-of-view';
import type { Opening } from './policies/schema';
import illnessWords from './words/illness-words.json';
import lossWords from './words/loss-words.json';

const read = (patterns: unknown): readonly RegExp[] =>
  z
    .array(z.string())
    .parse(patterns)
    .map((pattern) => new RegExp(pattern, 'g'));
const LOSS = read(lossWords.patterns);
const MAY_COME = read(lossWords.mayCome);
const ILLNESS = read(illnessWords.patterns);

export const speaksOfLoss = (said: string): boolean => isAnyIn(LOSS, said.toLowerCase());

const isAnyIn = (patterns: readonly RegExp[], text: string): boolean =>
  patterns.some((pattern) => text.search(pattern) >= 0);

/** "What if my mum dies" asks, and has lost nobody. */
function tellsOfLoss(said: string): boolean {
  const happened = MAY_COME.reduce(
    (text, pattern) => text.replace(pattern, ' '),
    said.toLowerCase(),
  );
  return isAnyIn(LOSS, happened);
}

/** A kind word is for the one it happened to; condolence for nobody who did not speak of a loss. */
export function kindLine(opening: Opening, said: string): Opening {
  if (asksOfTheirStaff(said)) return 'none';
  switch (opening) {
    case 'bereavement':
    case 'baby-loss':
      return tellsOfLoss(said) ? opening : 'none';
    case 'illness':
      return isAnyIn(ILLNESS, said.toLowerCase()) ? opening : 'none';
    case 'abuse':
    case 'none':
      return opening;
  }
}

/** Of what an answer is about, in somebody's own life, others need not hear. */
export const isClose = (opening: Opening, said: string): boolean =>
  CLOSE.has(opening) && !asksOfTheirStaff(said);

const CLOSE: ReadonlySet<Opening> = new Set(['bereavement', 'baby-loss', 'abuse']);
