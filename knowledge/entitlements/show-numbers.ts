/** Numbers as staff read them. */
const pounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });

/** `£42,000`, or `£177.66` where there are pence. */
export const money = (amount: number): string =>
  pounds.format(Math.round(amount * 100) / 100).replace(/\.00$/, '');

/** `3 weeks`, `1 week`. */
export const count = (amount: number, unit: string): string =>
  `${amount} ${unit}${amount === 1 ? '' : 's'}`;

/** At most one decimal. */
export const tenths = (amount: number): number => Math.round(amount * 10) / 10;

/** Twelve years and nine months as `12 years and 9 months`. */
export function lengthOf(months: number): string {
  const years = Math.floor(months / 12);
  const rest = months % 12;
  if (years === 0) return count(rest, 'month');
  return rest === 0 ? count(years, 'year') : `${count(years, 'year')} and ${count(rest, 'month')}`;
}
