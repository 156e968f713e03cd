/**
 * Whether what was found answers at all: the odds, from what was learned and from how much of the
 * question the policy has in its words. The weights were fitted; the curve is in
 * deployment/decisions/0020-finding-by-what-was-learned.md.
 */
import { asksSomewhere } from './asking';
import type { Judgement } from './judgement';
import type { Reading } from './sense/sense';
import { wordsOf } from './words/normalise';

/** A passage that was found. */
export interface Seen {
  readonly policy: string;
  /** How alike the question is to its nearest lines. */
  readonly near: number;
  readonly judgement: Judgement;
}

/** "Maternity", "the uniform": nobody asks for another desk in so few words, of which one is a subject. */
const BRIEF = 3;

/**
 * What people tell and do not ask ("cant come in tonight, my back has gone") has fewer of the
 * policy's words, and what they tell another desk is as far off as ever.
 */
const TOLD = 1.3;

/** @returns by passage, the natural logarithm of the odds that it answers */
export function oddsIn(
  text: string,
  reading: Reading,
  seen: readonly Seen[],
): (one: Seen) => number {
  const covered = mostCovered(seen);
  const isBrief = wordsOf(text).length <= BRIEF;
  const told = isBrief || asksSomewhere(text) ? 0 : TOLD;
  const same =
    told + 0.355 * reading.forUs - 0.83 * reading.elsewhere - 3 * reading.nearElsewhere - 6.9;
  return ({ policy, near, judgement }) =>
    same +
    5.3 * near +
    2.6 * (covered.get(policy) ?? 0) +
    0.14 * reading.chanceOf(policy) +
    (isBrief && judgement.asked <= 1 ? 1.8 : 0);
}

/** By policy, 0 to 1: how much of the question the passage has that has most of it. */
function mostCovered(seen: readonly Seen[]): Map<string, number> {
  const most = new Map<string, number>();
  for (const { policy, judgement } of seen)
    most.set(policy, Math.max(most.get(policy) ?? 0, judgement.covered));
  return most;
}
