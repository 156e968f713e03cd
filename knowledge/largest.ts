/**
 * Where the largest values stand, in no order; those as large as the last come along, and none
 * that is 0 or less. Most values are only looked at.
 */
export function largest(values: Float64Array, most: number): readonly number[] {
  const least = Math.max(Number.MIN_VALUE, nthLargest(values, most));
  const found: number[] = [];
  for (let at = 0; at < values.length; at += 1) if ((values[at] ?? 0) >= least) found.push(at);
  return found;
}

/** The smallest where there are fewer. */
function nthLargest(values: Float64Array, n: number): number {
  const largest = new Float64Array(Math.min(n, values.length)).fill(-Infinity);
  const last = largest.length - 1;
  // eslint-disable-next-line @typescript-eslint/prefer-for-of -- its iterator would make an object of each number
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    if (value <= (largest[last] ?? Infinity)) continue;
    let place = last;
    for (; place > 0 && (largest[place - 1] ?? 0) < value; place -= 1)
      largest[place] = largest[place - 1] ?? 0;
    largest[place] = value;
  }
  return largest[last] ?? 0;
}
