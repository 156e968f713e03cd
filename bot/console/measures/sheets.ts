/** Published months as a page reads them: a count by its id, and shares made of what was published. */
import type { PublishedMonth } from '../../feedback/measures/published';

/** Undefined where the month was not published, or the cell is hidden or part of what is hidden. */
export type Count = number | undefined;

export interface Sheet {
  readonly month: string;
  readonly organisation: string;
  readonly count: (id: string) => Count;
  /** In percent. */
  readonly share: (part: string, whole: string) => Count;
  /** Ids of one dimension, hidden ones too. */
  readonly ids: (dimension: string) => readonly string[];
  readonly partOf: (id: string) => string | null;
}

export function sheetOf({ month, organisation, cells }: Omit<PublishedMonth, 'version'>): Sheet {
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  const count = (id: string): Count => byId.get(id)?.count ?? undefined;
  return {
    month,
    organisation,
    count,
    share: (part, whole) => percent(count(part), count(whole)),
    ids: (dimension) => [...byId.keys()].filter((id) => id.startsWith(`${dimension}:`)),
    partOf: (id) => byId.get(id)?.partOf ?? null,
  };
}

/** Where nothing was published all is hidden. */
export const noSheet = (organisation: string, month: string): Sheet =>
  sheetOf({ organisation, month, cells: [] });

const percent = (part: Count, whole: Count): Count =>
  part === undefined || whole === undefined || whole === 0 ? undefined : (100 * part) / whole;
