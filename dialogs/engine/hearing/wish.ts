/**
 * Of several sentences the one that asks: "It was refused in 2023. I'd like to ask again for a
 * later start." What stands before it is its story, and calls nothing off; what comes after may.
 */
import { clauses, sentences, type Clause } from '../plain';

export interface Wish {
  readonly text: string;
  /** From the words that ask on, with all that is said after them: "I don't want to go off, | I'd like to see them". */
  readonly onwards: string;
}

/** A sentence that is heard so plainly by itself needs no other. */
const PLAINLY = 0.8;
const FEWEST_WORDS = 4;

/** @param chanceOf how likely a text asks for it, 0 to 1 */
export function wishIn(text: string, chanceOf: (text: string) => number): Wish {
  const best = plainest(sentences(text), chanceOf) ?? { said: text, at: 0 };
  const clause = plainest(clauses(best.said), chanceOf);
  return { text: best.said, onwards: text.slice(best.at + (clause?.at ?? 0)) };
}

/** Of several parts the one that asks plainly; undefined where none does, or there is but one. */
function plainest(
  parts: readonly Clause[],
  chanceOf: (text: string) => number,
): Pick<Clause, 'said' | 'at'> | undefined {
  if (parts.length === 1) return undefined;
  const [best] = parts
    .filter(({ plain }) => plain.split(' ').length >= FEWEST_WORDS)
    .map((part) => ({ part, chance: chanceOf(part.said) }))
    .toSorted((one, other) => other.chance - one.chance);
  return best === undefined || best.chance < PLAINLY ? undefined : best.part;
}
