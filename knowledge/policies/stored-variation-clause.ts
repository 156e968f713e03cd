/** An own rule as it comes back from a store: JSON that another version of this program may have written. */
import { z } from 'zod';
import { ClauseMeta, Confidence, Day, Mistake, Opening, Source, StaffGroup } from './schema';
import type { VariationClause } from './variation-schema';

const texts = z.array(z.string());

export const StoredVariationClause = z
  .object({
    id: z.string(),
    organisation: z.string(),
    replaces: z.string().nullable(),
    beside: texts,
    note: z.string(),
    number: z.int(),
    policy: z.string(),
    policyTitle: z.string(),
    version: z.string().nullable(),
    url: z.string().nullable(),
    heading: z.string(),
    question: z.string(),
    asks: texts,
    yes: texts,
    no: texts,
    text: z.string(),
    values: z.record(z.string(), z.string()),
    sources: z.array(Source),
    confidence: Confidence,
    for: ClauseMeta.shape.for.unwrap(),
    staffGroups: z.array(StaffGroup),
    when: ClauseMeta.shape.when,
    opening: Opening,
    support: z.boolean(),
    local: z.boolean(),
    effective: Day,
    until: Day.optional(),
    review: Day,
    services: texts,
    sum: ClauseMeta.shape.sum,
    next: texts,
    // Rows that were written before there was such a field.
    differs: texts.default([]),
    mistaken: z.array(Mistake).default([]),
    file: z.string(),
    line: z.int(),
  })
  // JSON leaves out what is undefined.
  .transform(
    (clause): VariationClause => ({
      ...clause,
      when: clause.when,
      until: clause.until,
      sum: clause.sum,
    }),
  );
