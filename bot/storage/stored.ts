/** Reads what was stored as JSON, through its schema: a row that no longer fits is found here, not in a conversation. */
import { z } from 'zod';
import { Interaction, RATINGS } from '../feedback/interaction';
import type { TurnTrace } from '../conversation/store';
import type { Door } from '../conversation/turn';
import type { InteractionRow } from './tables';

/** @throws Error that names the kind of record and where it does not fit, never its words */
export function stored<Shape>(
  what: string,
  schema: { safeParse(value: unknown): z.ZodSafeParseResult<Shape> },
  json: string,
): Shape {
  const read = schema.safeParse(JSON.parse(json));
  if (read.success) return read.data;
  const places = read.error.issues.map((issue) => `${issue.path.join('.')} (${issue.code})`);
  throw new Error(`A stored ${what} does not fit its schema at: ${places.join(', ')}`);
}

/** Times given from outside may lack milliseconds or carry another zone; stored ones compare as texts. */
export const isoTime = (time: string): string => new Date(time).toISOString();

export const DoorName = z.enum([
  'teams',
  'group',
  'web',
  'phone',
  'terminal',
]) satisfies z.ZodType<Door>;

export const RatingName = z.enum(RATINGS).nullable();

export const Trace = z.object({
  found: z.array(
    z.object({ clause: z.string(), score: z.number(), version: z.string().nullable() }),
  ),
  why: z.string(),
  elapsedMs: z.number(),
}) satisfies z.ZodType<TurnTrace>;

export const ReturnAddressJson = z.record(z.string(), z.unknown());

export const interactionOf = (row: InteractionRow): Interaction =>
  Interaction.parse({
    id: row.id,
    person: row.person,
    organisation: row.organisation,
    conversation: row.conversation,
    kind: row.kind,
    service: row.service,
    outcome: row.outcome,
    openedAt: row.opened_at,
    endedAt: row.ended_at,
    clauses: JSON.parse(row.clauses) as unknown, // parsed by the schema around it
  });
