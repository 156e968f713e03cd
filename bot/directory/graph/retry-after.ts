/** How long a server asks to be left alone, in milliseconds: `Retry-After` holds seconds or a date. */
export function retryAfter(headers: Headers, now: Date): number | undefined {
  const asked = headers.get('retry-after')?.trim();
  if (asked === undefined || asked === '') return undefined;
  const wait = /^\d+(\.\d+)?$/.test(asked)
    ? Number(asked) * 1000
    : Date.parse(asked) - now.getTime();
  return Number.isNaN(wait) ? undefined : Math.max(wait, 0);
}
