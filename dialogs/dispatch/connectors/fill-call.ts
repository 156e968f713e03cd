/** The address and the headers of a call, with the facts it is about. */
import type { Facts } from '../facts';
import { fill, fillText } from './fill';

/** A parameter of which a fact is not known is left out. */
export function addressFor(
  base: string,
  { path, query }: { readonly path: string; readonly query: Readonly<Record<string, string>> },
  facts: Facts,
): string {
  const parameters = new URLSearchParams();
  for (const [parameter, template] of Object.entries(query)) {
    const value = fillText(template, facts);
    if (value !== undefined) parameters.set(parameter, value);
  }
  const search = parameters.size === 0 ? '' : `?${parameters.toString()}`;
  return `${base}${fillText(path, facts, encodeURIComponent) ?? path}${search}`;
}

/** A header of which a fact is not known is left out. */
export const headersFor = (
  headers: Readonly<Record<string, string>>,
  facts: Facts,
): Record<string, string> => fill(headers, facts) as Record<string, string>; // texts stay texts
