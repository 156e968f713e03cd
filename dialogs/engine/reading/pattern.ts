/** Patterns built from word lists, made once each: making one costs more than using it. */
const made = new Map<string, RegExp>();

/** Matches all occurrences. Use it with `matchAll` and `replace` only, which start from the front. */
export function pattern(source: string): RegExp {
  const found = made.get(source) ?? new RegExp(source, 'g');
  made.set(source, found);
  return found;
}
