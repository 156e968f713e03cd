/** The figures that a sentence states, by their unit, so that two sentences can be held against each other. */

const FIGURE =
  /(£)?(\d[\d,]*(?:\.\d+)?)\s?(%|(?:working |calendar )?(?:day|week|month|year|hour|minute|appointment|session|mile)s?\b|pence)?/g;
/** What tells two sentences apart though all other words are the same: band 5 and band 6, 2025 and 2026. */
const PARTICULAR =
  /\b(?:bands?|tier|stage|level|section|option) (\d[a-d]?)|\b(?:19|20)\d\d\b(?:\/\d\d)?|\b\d[a-d](?=:)/gi;

/** @returns the numbers of each unit; bare numbers are left out, because they may number anything */
export function figuresIn(text: string): ReadonlyMap<string, ReadonlySet<string>> {
  const figures = new Map<string, Set<string>>();
  for (const [, pounds, number = '', unit = ''] of text.replaceAll('**', '').matchAll(FIGURE)) {
    const kind = pounds ?? unit.replace(/s$/, '');
    if (kind === '') continue;
    figures.set(kind, (figures.get(kind) ?? new Set()).add(number.replaceAll(',', '')));
  }
  return figures;
}

/** Bands, stages and years that the text names, in one order. */
export const particularsIn = (text: string): string =>
  [...new Set([...text.matchAll(PARTICULAR)].map(([words]) => words.toLowerCase()))].toSorted().join('|');

/** The first unit of which both state numbers and share none, with the numbers of each. */
export function clashOf(
  one: ReadonlyMap<string, ReadonlySet<string>>,
  other: ReadonlyMap<string, ReadonlySet<string>>,
): { readonly one: string; readonly other: string } | undefined {
  for (const [unit, numbers] of one) {
    const others = other.get(unit);
    if (others === undefined || [...numbers].some((number) => others.has(number))) continue;
    return { one: written(unit, numbers), other: written(unit, others) };
  }
  return undefined;
}

function written(unit: string, numbers: ReadonlySet<string>): string {
  const list = [...numbers];
  if (unit === '£') return list.map((number) => `£${number}`).join(', ');
  return unit === '%' ? list.map((number) => `${number}%`).join(', ') : `${list.join(', ')} ${unit}s`.replace('pences', 'pence');
}
