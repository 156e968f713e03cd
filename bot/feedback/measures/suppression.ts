/**
 * Which counts may be published, so that none with fewer than ten people behind it can be worked
 * out, whatever else is known. Ten questions of one person are one person.
 *
 * Counts form a tree: a figure, and the ways in which it is split into parts that add up to it. A
 * split is published as if everybody knew its whole, from here or from elsewhere. In each split
 *
 * 1. parts with fewer than ten people behind them are hidden, nought too;
 * 2. while one is hidden, and behind those hidden are fewer than ten people together, or they are
 *    all the same count, those with the fewest people of what is left are hidden as well, all that
 *    have as few at once;
 * 3. of what is hidden no parts are told.
 *
 * Why that is enough: what is hidden comes together to the whole less what is shown, so it too has
 * ten people behind it. Only how many people there are decides, never names, so what was counted
 * in the hidden parts of a split could stand in any other order and the same would be published.
 * They are not all the same count, so each of them could be another number. Where a whole split is
 * hidden, all of it could be in any one part. Sums of parts of different splits do not occur: each
 * split is one question put to the same things.
 *
 * Who they are is known while a month is counted, and kept nowhere. How many they are is not told
 * either: a person may be behind several parts, so such numbers could be played against each other.
 */
export const FEWEST = 10;

export interface Figure {
  readonly id: string;
  readonly count: number;
  /** Behind it. */
  readonly people: ReadonlySet<string>;
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
  figure.people.size < FEWEST ? [hidden(figure, null)] : shown(figure, null);

const hidden = ({ id }: Figure, partOf: string | null): Cell => ({ id, partOf, count: null });

function shown({ id, count, splits }: Figure, partOf: string | null): readonly Cell[] {
  const parts = splits.flatMap((split) => {
    const most = mostHidden(split);
    return split.flatMap((part) => (part.people.size <= most ? hidden(part, id) : shown(part, id)));
  });
  return [{ id, partOf, count }, ...parts];
}

/** All parts with up to so many people are hidden; less than nothing where none is. */
function mostHidden(split: readonly Figure[]): number {
  const sizes = [...new Set(split.map(({ people }) => people.size))].sort((a, b) => a - b);
  const [smallest = FEWEST] = sizes;
  if (smallest >= FEWEST) return -1;
  for (const size of sizes) {
    const hides = split.filter(({ people }) => people.size <= size);
    const left = sizes.some((other) => other > size && other < FEWEST);
    if (!left && isSafe(hides)) return size;
  }
  return Infinity;
}

const isSafe = (hides: readonly Figure[]): boolean =>
  everybody(hides).size >= FEWEST && new Set(hides.map(({ count }) => count)).size > 1;

export const everybody = (figures: readonly Pick<Figure, 'people'>[]): ReadonlySet<string> =>
  new Set(figures.flatMap(({ people }) => [...people]));
