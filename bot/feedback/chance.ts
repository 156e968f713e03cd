/** How likely chance alone would make a difference that is seen: exact, so that few ratings are not taken for many. */

const logs: number[] = [0];

/** Natural logarithm of `n!`. */
function logFactorial(n: number): number {
  for (let last = logs.length - 1; last < n; last += 1)
    logs.push((logs[last] ?? 0) + Math.log(last + 1));
  return logs[n] ?? 0;
}

const logChoices = (of: number, chosen: number): number =>
  logFactorial(of) - logFactorial(chosen) - logFactorial(of - chosen);

/**
 * Of `all` things `marked` are marked; `drawn` of them are drawn blindly.
 * @returns the chance of at least `seen` marked ones among them (Fisher's exact test, one side)
 */
export function chanceOfDrawing({
  all,
  marked,
  drawn,
  seen,
}: {
  readonly all: number;
  readonly marked: number;
  readonly drawn: number;
  readonly seen: number;
}): number {
  let sum = 0;
  for (let some = Math.max(seen, drawn + marked - all); some <= Math.min(drawn, marked); some += 1)
    sum += Math.exp(
      logChoices(marked, some) + logChoices(all - marked, drawn - some) - logChoices(all, drawn),
    );
  return Math.min(1, sum);
}

/** @returns the chance of at least `seen` hits in `tries`, where each hits with `share` (above 0, below 1) */
export function chanceOfHitting(tries: number, share: number, seen: number): number {
  let sum = 0;
  for (let hits = seen; hits <= tries; hits += 1)
    sum += Math.exp(
      logChoices(tries, hits) + hits * Math.log(share) + (tries - hits) * Math.log(1 - share),
    );
  return Math.min(1, sum);
}
