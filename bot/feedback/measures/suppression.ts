/**
 * Which counts may be published, so that none under ten can be worked out, whatever else is known.
 *
 * Counts form a tree: a figure, and the ways in which it is split into parts that add up to it. A
 * split is published as if everybody knew its whole, from here or from elsewhere. In each split
 *
 * 1. parts under ten are hidden, nought too;
 * 2. while one is hidden, and those hidden are fewer than two, or under ten together, or all the
 *    same, the smallest that are left are hidden as well, all of one size at once;
 * 3. of what is hidden no parts are told.
 *
 * Why that is enough: only sizes decide, never names, so the hidden counts of a split could stand
 * in any other order and the same would be published. They are not all the same, so each of them
 * could be another number. Where a whole split is hidden, all of it could be in any one part.
 * Sums of parts of different splits do not occur: each split is one question put to the same things.
 */
export const FEWEST = 10;

export interface Figure {
  readonly id: string;
  readonly count: number;
  /** Each of them holds everything that the figure counts, once. */
  readonly splits: readonly (readonly Figure[])[];
}

export interface Cell {
  readonly id: string;
  /** The figure that it is a part of; null for a whole of its own. */
  readonly partOf: string | null;
  /** Null where it is hidden: it may be any number. */
  readonly count: number | null;
}

export const publishable = (figure: Figure): readonly Cell[] =>
  figure.count < FEWEST ? [hidden(figure, null)] : shown(figure, null);

const hidden = ({ id }: Figure, partOf: string | null): Cell => ({ id, partOf, count: null });

function shown({ id, count, splits }: Figure, partOf: string | null): readonly Cell[] {
  const parts = splits.flatMap((split) => {
    const most = largestHidden(split.map((part) => part.count));
    return split.flatMap((part) => (part.count <= most ? hidden(part, id) : shown(part, id)));
  });
  return [{ id, partOf, count }, ...parts];
}

/** All parts up to this size are hidden; less than nothing where none is. */
function largestHidden(counts: readonly number[]): number {
  const sizes = [...new Set(counts)].sort((a, b) => a - b);
  const [smallest = FEWEST] = sizes;
  if (smallest >= FEWEST) return -1;
  for (const size of sizes) {
    const hides = counts.filter((count) => count <= size);
    const left = sizes.some((other) => other > size && other < FEWEST);
    if (!left && isSafe(hides)) return size;
  }
  return Infinity;
}

const isSafe = (hides: readonly number[]): boolean =>
  hides.reduce((sum, count) => sum + count, 0) >= FEWEST && new Set(hides).size > 1;
