/** What the assistant asked about something that is no draft: the next message answers it. */
import { z } from 'zod';

const ASKED = [
  z.object({
    kind: z.literal('reason'),
    request: z.string(),
    /** False where something else came between: the next message is no reason until it is asked for again. */
    asked: z.boolean(),
    /** The reason that was read back last: only a yes to this one sends it. */
    read: z.object({ reason: z.string(), mark: z.string() }).nullable().default(null),
  }),
  /** What is to be asked of its requester? Only a yes to what was read back last sends it. */
  z.object({
    kind: z.literal('question'),
    request: z.string(),
    read: z.object({ text: z.string(), mark: z.string() }).nullable(),
  }),
  /** Which request is declined for this reason, that was given without naming one? */
  z.object({ kind: z.literal('which'), reason: z.string() }),
  /** Shall it be withdrawn? */
  z.object({ kind: z.literal('withdraw'), request: z.string() }),
  /** What would they like the people team to know? */
  z.object({ kind: z.literal('about'), along: z.boolean() }),
  /** What is to be told to the person who has their question? `to` is the name that was shown. */
  z.object({ kind: z.literal('tell'), handover: z.string(), to: z.string() }),
  /** What is the answer to a question of the desk? `read` was read back last: only a yes to it sends it. */
  z.object({
    kind: z.literal('answer'),
    request: z.string(),
    question: z.string(),
    read: z.object({ text: z.string(), mark: z.string() }).nullable(),
  }),
] as const;
const AskedBefore = z.discriminatedUnion('kind', ASKED);

export const Pending = z.discriminatedUnion('kind', [
  ...ASKED,
  /** Is this for the person who wrote last, or for the assistant? */
  z.object({
    kind: z.literal('for-whom'),
    handover: z.string(),
    /** The name that was shown: what was meant for Fern goes to nobody else. */
    to: z.string(),
    text: z.string(),
    /** What the assistant had asked before. */
    before: AskedBefore.nullable(),
  }),
]);
export type Pending = z.infer<typeof Pending>;
