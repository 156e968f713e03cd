/** How a REST interface is asked what became of the requests that it has: data, beside the rest of its mapping. */
import { z } from 'zod';
import { REPORTED } from '../../follow/reports';
import { Path, Place, Query, Words } from './mapping-parts';

/** The only slot: our references of one question, with the separator between. */
export const KEYS = 'keys';

export const StatusMapping = z.strictObject({
  path: Path,
  query: Query,
  separator: z.string('must be text; put quotes round it').default(','),
  /** Requests in one question. There are never more in an answer, so there are no pages to turn. */
  batch: z.int().min(1).max(100).default(50),
  /** How long it is before the same request is asked about again. */
  everyMinutes: z.number().min(1).max(1440).default(5),
  /** Where the list stands in the answer; and, in one of the list: */
  records: Place,
  key: Place,
  state: Place,
  /** Their states, and which of ours each is. What is not named changes nothing. */
  states: z.record(Words, z.enum(REPORTED)),
  reference: Place.optional(),
  /** When it was changed last. Without it, it is when we asked. */
  changedAt: Place.optional(),
  by: Place.optional(),
  note: Place.optional(),
  expectedBy: Place.optional(),
  reason: Place.optional(),
});
export type StatusMapping = z.infer<typeof StatusMapping>;
