/** Which organisation and months a reader asks for, of those that they may see. Another is never shown. */
import { monthsAfter, monthsFrom, newestMonth } from '../../feedback/measures/months';
import type { HttpRequest } from '../../http/route';
import type { ConsoleTools, Reader } from '../console-parts';

const MONTHS = 12;

export type MeasuresTools = Pick<ConsoleTools, 'measures'> & {
  readonly policies: Pick<ConsoleTools['policies'], 'policy'>;
};

export interface Chosen {
  readonly organisation: string;
  /** The twelve months up to the one that was chosen, oldest first. */
  readonly months: readonly string[];
  readonly month: string;
  /** What there is to choose from, newest first. */
  readonly published: readonly string[];
}

/** @returns undefined where an organisation or month is asked for that is not there for this reader */
export async function chosenBy(
  { measures }: MeasuresTools,
  { query, now }: Pick<HttpRequest, 'query' | 'now'>,
  { may, person }: Reader,
): Promise<Chosen | undefined> {
  const [first = person.organisation] = may.measures;
  const own = may.measures.includes(person.organisation) ? person.organisation : first;
  const wanted = given(query, 'organisation') ?? own;
  const of = given(query, 'month');
  const published = await measures.months(may.measures);
  const [newest = newestMonth(now)] = published;
  const month = of ?? newest;
  if (!may.measures.includes(wanted) || (of !== undefined && !published.includes(of)))
    return undefined;
  const months = monthsFrom(monthsAfter(month, 1 - MONTHS), month);
  return { organisation: wanted, months, month, published };
}

const given = (query: URLSearchParams, name: string): string | undefined => {
  const value = query.get(name);
  return value === null || value === '' ? undefined : value;
};
