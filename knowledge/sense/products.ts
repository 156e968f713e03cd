/**
 * The products of a vector with rows of a table: most of what reading a question costs.
 *
 * Four rows at a time, so that each number of the vector is fetched once for four, and no
 * addition waits for the one before it: half the time, and the same sums to the last bit. Only
 * ever for one kind of table: for two, it would be compiled for neither.
 *
 * @param table rows of the vector's length, one behind another
 * @param first the first of the rows
 * @param into takes `count` products, from its beginning
 */
export function products(
  table: Float32Array,
  first: number,
  count: number,
  vector: Float64Array,
  into: Float64Array,
): void {
  const width = vector.length;
  const last = (first + count - 1) * width;
  for (let done = 0; done < count; done += 4) {
    // Where fewer than four are left, the last is worked out again.
    const one = (first + done) * width;
    const two = Math.min(one + width, last);
    const three = Math.min(two + width, last);
    const four = Math.min(three + width, last);
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let at = 0; at < width; at += 1) {
      const share = vector[at] ?? 0;
      a += share * (table[one + at] ?? 0);
      b += share * (table[two + at] ?? 0);
      c += share * (table[three + at] ?? 0);
      d += share * (table[four + at] ?? 0);
    }
    into[done] = a;
    if (done + 1 < count) into[done + 1] = b;
    if (done + 2 < count) into[done + 2] = c;
    if (done + 3 < count) into[done + 3] = d;
  }
}
