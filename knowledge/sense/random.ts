/** Numbers that look random and are the same each time, so that two builds learn the same. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/**
 * Between 0 and 1, the same for the same keys. Where chance is drawn by what it is for and not in
 * turn, a line that is added somewhere leaves what is learned elsewhere nearly as it was.
 */
export function drawnBy(...keys: readonly number[]): number {
  let mixed = 0x9e3779b9;
  for (const key of keys) {
    mixed = Math.imul(mixed ^ key, 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    mixed ^= mixed >>> 16;
  }
  return (mixed >>> 0) / 4_294_967_296;
}

/** A whole number for a text, or for the features of a line. */
export function keyOf(parts: string | Int32Array): number {
  let key = 0x811c9dc5;
  for (let at = 0; at < parts.length; at += 1) {
    const part = typeof parts === 'string' ? parts.charCodeAt(at) : (parts[at] ?? 0);
    key = Math.imul(key ^ part, 0x01000193);
  }
  return key;
}

/** The items by what is drawn for each. */
export function inOrderOf(items: Int32Array, draw: (item: number) => number): Int32Array {
  const drawn = new Map(Array.from(items, (item) => [item, draw(item)]));
  return items.slice().sort((one, other) => (drawn.get(one) ?? 0) - (drawn.get(other) ?? 0));
}
