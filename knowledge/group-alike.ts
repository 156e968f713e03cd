/**
 * Puts questions together that ask for the same thing in other words, by what the build learned.
 * Each joins the group whose middle it is nearest to, where that is near enough; otherwise it
 * begins one. Whoever answers questions meanwhile is let in after every few.
 */
import { setImmediate as letOthersIn } from 'node:timers/promises';
import type { Sense } from './sense/sense';

/** -1 to 1; chosen by eye on questions of the evaluation sets: below it, two subjects meet. */
const ALIKE = 0.7;
const AT_A_TIME = 8;

interface Group {
  readonly members: number[];
  /** The sum of the members' directions, and its length. */
  readonly sum: Float64Array;
  length: number;
}

/**
 * @param mend puts a misspelt word right
 * @returns places in `texts`, the largest group first, the most typical of each first; a text
 *   with no word that is known is left out
 */
export async function groupAlike(
  texts: readonly string[],
  sense: Pick<Sense, 'place'>,
  mend: (word: string) => string,
  signal: AbortSignal,
): Promise<readonly (readonly number[])[]> {
  const groups: Group[] = [];
  const placed: Float64Array[] = [];
  for (let from = 0; from < texts.length; from += AT_A_TIME) {
    for (const at of sense.place(texts.slice(from, from + AT_A_TIME), mend)) {
      join(groups, placed.length, at);
      placed.push(at);
    }
    await letOthersIn();
    signal.throwIfAborted();
  }
  return groups
    .map((group) => typicalFirst(group, placed))
    .sort((one, other) => other.length - one.length);
}

function join(groups: Group[], text: number, at: Float64Array): void {
  if (at.every((value) => value === 0)) return;
  let best: Group | undefined;
  let nearest = ALIKE;
  for (const group of groups) {
    const likeness = dot(group.sum, at) / group.length;
    if (likeness >= nearest) [best, nearest] = [group, likeness];
  }
  if (best === undefined) {
    groups.push({ members: [text], sum: Float64Array.from(at), length: 1 });
    return;
  }
  best.members.push(text);
  for (const [place, value] of at.entries()) best.sum[place] = (best.sum[place] ?? 0) + value;
  best.length = Math.hypot(...best.sum);
}

function typicalFirst({ members, sum }: Group, placed: readonly Float64Array[]): readonly number[] {
  const near = (text: number): number => dot(sum, placed[text] ?? sum);
  return members.toSorted((one, other) => near(other) - near(one));
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let place = 0; place < one.length; place += 1)
    sum += (one[place] ?? 0) * (other[place] ?? 0);
  return sum;
}
