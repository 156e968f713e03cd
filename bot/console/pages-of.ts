/** The links below a list that goes over several pages. */
import { z } from 'zod';

export interface Pages {
  readonly previous: string | undefined;
  readonly next: string | undefined;
  readonly page: number;
  /** Undefined where nobody counted them. */
  readonly pages: number | undefined;
}

const Page = z.coerce.number().int().min(1).max(100_000);

/** From 1; whatever was typed that is no page is the first. */
export const pageIn = (query: URLSearchParams): number =>
  Page.safeParse(query.get('page') ?? 1).data ?? 1;

/** @param last the number of the last page, or whether there is one after this */
export function pagesOf(
  path: string,
  query: URLSearchParams,
  last: number | { readonly hasNext: boolean },
): Pages {
  const page = pageIn(query);
  const hasNext = typeof last === 'number' ? page < last : last.hasNext;
  const at = (number: number): string => {
    const next = new URLSearchParams(query);
    next.set('page', String(number));
    return `${path}?${next.toString()}`;
  };
  return {
    page,
    pages: typeof last === 'number' ? last : undefined,
    previous: page > 1 ? at(page - 1) : undefined,
    next: hasNext ? at(page + 1) : undefined,
  };
}
