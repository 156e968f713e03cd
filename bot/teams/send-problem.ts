/** What went wrong with a message on its way to the channel, and whether trying again can help. */
import { z } from 'zod';
import { TooFast } from './pace';
import { Stopped } from './stream';

export type SendProblem =
  /** The channel will never take it: the app was removed, the person blocked it or stopped the answer, the chat is gone. */
  | { readonly kind: 'never'; readonly reason: string }
  /** The channel took offence at the form, and took nothing: say the words without the trimmings. */
  | { readonly kind: 'form'; readonly reason: string }
  | {
      readonly kind: 'later';
      readonly reason: string;
      /** The least wait that the channel asked for, in milliseconds. */
      readonly waitMs: number;
    };

const Failure = z.object({
  name: z.string().optional().catch(undefined),
  code: z.string().optional().catch(undefined),
  statusCode: z.number().optional().catch(undefined),
  details: z
    .object({ error: z.object({ code: z.string() }) })
    .optional()
    .catch(undefined),
});
const HasHeaders = z.object({
  response: z.object({
    headers: z.custom<{ get(name: string): string | undefined }>(
      (it) => typeof (it as { get?: unknown } | null)?.get === 'function', // the client's header class
    ),
  }),
});

const GONE = new Set([
  'BotNotInConversationRoster',
  'ConversationBlockedByUser',
  'ConversationNotFound',
]);

export function sendProblem(error: unknown, now: Date): SendProblem {
  if (error instanceof TooFast) return { kind: 'later', reason: 'pace', waitMs: error.waitMs };
  if (error instanceof Stopped) return { kind: 'never', reason: 'stopped by the reader' };
  const failure = Failure.safeParse(error);
  const { statusCode: status, code, details, name } = failure.success ? failure.data : {};
  const said = details?.error.code ?? code;
  const reason = [status, said ?? name].filter((part) => part !== undefined).join(' ') || 'unknown';

  if (status === 404 || (status === 403 && said !== undefined && GONE.has(said)))
    return { kind: 'never', reason };
  if (status === 400 || status === 413) return { kind: 'form', reason };
  return { kind: 'later', reason, waitMs: status === 429 ? askedWait(error, now) : 0 };
}

/** `Retry-After`: seconds, or a date. */
function askedWait(error: unknown, now: Date): number {
  const read = HasHeaders.safeParse(error);
  const asked = read.success ? read.data.response.headers.get('retry-after')?.trim() : undefined;
  if (asked === undefined) return 0;
  const wait = /^\d+(\.\d+)?$/.test(asked)
    ? Number(asked) * 1000
    : Date.parse(asked) - now.getTime();
  return Number.isNaN(wait) ? 0 : Math.min(Math.max(wait, 0), 60 * 60_000);
}
