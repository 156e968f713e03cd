/**
 * Of several sentences the one that asks: "It was refused in 2023. I'd like to ask again for a
 * later start." What stands before it is its story, and calls nothing off; what comes after may.
 */
import { sentences } from '../plain';

export interface Wish {
  readonly text: string;
  /** With all that is said after it. */
  readonly onwards: string;
}

/** A sentence that is heard so plainly by itself needs no other. */
const PLAINLY = 0.8;
const FEWEST_WORDS = 4;

/** @param chanceOf how likely a text asks for it, 0 to 1 */
export function wishIn(text: string, chanceOf: (text: string) => number): Wish {
  const parts = sentences(text);
  const heard = parts
    .filter(({ plain }) => plain.split(' ').length >= FEWEST_WORDS)
    .map((part) => ({ ...part, chance: chanceOf(part.said) }));
  const [best] = heard.toSorted((one, other) => other.chance - one.chance);
  if (parts.length === 1 || best === undefined || best.chance < PLAINLY)
    return { text, onwards: text };
  return { text: best.said, onwards: text.slice(best.at) };
}
