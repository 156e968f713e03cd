/**
 * What was published of one organisation and month: written once and never changed, so that nobody
 * learns anything from comparing what stood there yesterday with what stands there today.
 */
import { z } from 'zod';

export const Cell = z.object({
  /** What it counts and which of it: `rating:yes`. */
  id: z.string().regex(/^[a-z-]+:[a-z0-9/-]+$/),
  partOf: z.string().nullable(),
  /** Null where it is hidden. */
  count: z.int().nonnegative().nullable(),
});
export type Cell = z.infer<typeof Cell>;

const Month = {
  organisation: z.string(),
  /** `2026-10` */
  month: z.string().regex(/^\d{4}-\d{2}$/),
  cells: z.array(Cell),
};

/** Until 2026 a count needed ten questions behind it; what was published then stands, and says so. */
const OfQuestions = z.object({ version: z.literal(1), ...Month });

/** Each count has ten people behind it. */
const OfPeople = z.object({
  version: z.literal(2),
  ...Month,
  /** True where counting began within the month, so that it cannot be compared with whole ones. */
  isPart: z.boolean(),
});
export type MonthOfPeople = z.infer<typeof OfPeople>;

export const PublishedMonth = z.discriminatedUnion('version', [OfQuestions, OfPeople]);
export type PublishedMonth = z.infer<typeof PublishedMonth>;

/** Every method names the organisations that the reader may see; an empty list sees nothing. */
export interface PublishedMeasures {
  /** Of any of them, newest first. */
  months(organisations: readonly string[]): Promise<readonly string[]>;
  /** Oldest first. @param first and `last`: both included */
  read(
    organisations: readonly string[],
    first: string,
    last: string,
  ): Promise<readonly PublishedMonth[]>;
}
