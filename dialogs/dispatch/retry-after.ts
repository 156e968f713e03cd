/**
 * How long a receiver asks us to wait, in milliseconds, by its `Retry-After`: seconds, or a date.
 * A date is measured from the receiver's own `Date`, so that our clocks need not agree.
 */
export function retryAfter(headers: Headers): number | undefined {
  const asked = headers.get('retry-after')?.trim();
  if (asked === undefined || asked === '') return undefined;
  if (/^\d+$/.test(asked)) return Number(asked) * 1000;

  const wait = Date.parse(asked) - Date.parse(headers.get('date') ?? '');
  return Number.isNaN(wait) ? undefined : Math.max(wait, 0);
}
