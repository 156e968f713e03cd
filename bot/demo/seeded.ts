/** Numbers that look random and are the same for the same seed, so that made-up life can be made again. */
export interface Dice {
  /** From 0 up to, but not, 1. */
  next(): number;
  pick<One>(list: readonly One[]): One;
  /** By the shares, which need not come to 1. */
  weigh<One extends { readonly share: number }>(list: readonly One[]): One;
}

export function seeded(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const first = <One>(one: One | undefined): One => {
    if (one === undefined) throw new Error('There is nothing to choose from.');
    return one;
  };
  return {
    next,
    pick: (list) => first(list[Math.floor(next() * list.length)]),
    weigh(list) {
      let left = next() * list.reduce((sum, { share }) => sum + share, 0);
      return first(list.find(({ share }) => (left -= share) < 0) ?? list.at(-1));
    },
  };
}
