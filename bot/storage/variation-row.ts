/** An entry of the history of an organisation's wording, as a row and back. */
import type { Insertable, Selectable } from 'kysely';
import { z } from 'zod';
import { StoredVariationClause, type VariationEntry, type VariationState } from '../../knowledge';
import { stored } from './stored';
import type { AssistantTables } from './tables';

const State = z.enum(['draft', 'approved', 'withdrawn']) satisfies z.ZodType<VariationState>;
const Clauses = z.array(StoredVariationClause);

export const variationRow = (entry: VariationEntry): Insertable<AssistantTables['variation']> => ({
  organisation: entry.organisation,
  policy: entry.policy,
  state: entry.state,
  content: entry.content,
  clauses: JSON.stringify(entry.clauses),
  who: entry.by,
  at: entry.at.toISOString(),
  change: entry.change ?? null,
});

export const variationEntry = (row: Selectable<AssistantTables['variation']>): VariationEntry => ({
  organisation: row.organisation,
  policy: row.policy,
  state: State.parse(row.state),
  content: row.content,
  clauses: clausesIn(row.clauses),
  by: row.who,
  at: new Date(row.at),
  ...(row.change !== null && { change: row.change }),
});

export const clausesIn = (json: string) => stored('variation', Clauses, json);
