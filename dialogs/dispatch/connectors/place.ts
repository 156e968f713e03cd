/** Where something stands in an answer: `result.0.number`, names and counts from 0 with dots between. */
export function valueAt(place: string, answer: unknown): unknown {
  return place.split('.').reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
      return undefined;
    return (value as Readonly<Record<string, unknown>>)[step]; // an array too has its items by name
  }, answer);
}

/** A reference or a key, as text; undefined where there is none. */
export function textAt(place: string, answer: unknown): string | undefined {
  const value = valueAt(place, answer);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
