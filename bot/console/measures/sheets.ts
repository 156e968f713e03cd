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
  /** Counting began within it. */
  readonly isPart: boolean;
  /** From the time when a count needed ten questions behind it, and not ten people. */
  readonly isOfQuestions: boolean;
}

export function sheetOf(published: PublishedMonth): Sheet {
  const { version, month, organisation, cells } = published;
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  const count = (id: string): Count => byId.get(id)?.count ?? undefined;
  return {
    month,
    organisation,
    count,
    share: (part, whole) => percent(count(part), count(whole)),
    ids: (dimension) => [...byId.keys()].filter((id) => id.startsWith(`${dimension}:`)),
    partOf: (id) => byId.get(id)?.partOf ?? null,
    isPart: version === 2 && published.isPart,
    isOfQuestions: version === 1,
  };
}

/** Where nothing was published all is hidden. */
export const noSheet = (organisation: string, month: string): Sheet =>
  sheetOf({ version: 2, organisation, month, isPart: false, cells: [] });

const percent = (part: Count, whole: Count): Count =>
  part === undefined || whole === undefined || whole === 0 ? undefined : (100 * part) / whole;
