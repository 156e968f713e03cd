/** OData filters, built and never written by hand: fields and values are typed, quotes are doubled. */
import type { PassageDocument } from './document';

/** Kept apart from text by its type, so that no question can become a filter. */
export interface Filter {
  readonly odata: string;
}

type FieldOf<Value> = {
  [Field in keyof PassageDocument]: PassageDocument[Field] extends Value ? Field : never;
}[keyof PassageDocument];

export const is = (field: FieldOf<string>, value: string): Filter => ({
  odata: `${field} eq '${value.replaceAll("'", "''")}'`,
});

export const atMost = (field: FieldOf<number>, value: number): Filter => ({
  odata: `${field} le ${whole(value)}`,
});

export const atLeast = (field: FieldOf<number>, value: number): Filter => ({
  odata: `${field} ge ${whole(value)}`,
});

export const all = (...filters: readonly Filter[]): Filter => joined(filters, 'and');
export const anyOf = (...filters: readonly Filter[]): Filter => joined(filters, 'or');

const joined = (filters: readonly Filter[], word: string): Filter => ({
  odata: `(${filters.map(({ odata }) => odata).join(` ${word} `)})`,
});

function whole(value: number): string {
  if (!Number.isSafeInteger(value))
    throw new Error(`A filter compares whole numbers, not ${value}.`);
  return value.toString();
}
