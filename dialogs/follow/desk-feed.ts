/** Reads the events of a people services desk over HTTP. */
import { z } from 'zod';
import type { EventFeed, FeedEvent } from './event-feed';

const PAGE = 100;
const READ_LIMIT_MS = 10_000;

const DeskEvent = z.object({
  number: z.int().positive(),
  /** The idempotency key it was delivered with: our reference. */
  key: z.string(),
  reference: z.string(),
  kind: z.enum(['status', 'expected', 'noted', 'asked']).default('status'),
  status: z.enum(['received', 'approved', 'declined', 'done']),
  at: z.iso.datetime(),
  by: z.string().nullable(),
  note: z.string().nullable(),
  /** The day that it is expected by from then on; the status stays. A desk of before tells none. */
  expectedBy: z.iso.date().nullable().default(null),
});

const DeskEvents = z.object({ events: z.array(DeskEvent), last: z.int().nonnegative() });

export interface DeskFeedOptions {
  readonly url: string;
  readonly secret: string;
}

export function deskFeed({ url, secret }: DeskFeedOptions): EventFeed {
  return {
    async after(cursor, signal) {
      const reply = await fetch(`${url}/desk/api/events?after=${cursor}&limit=${PAGE}`, {
        headers: { authorization: `Bearer ${secret}` },
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(READ_LIMIT_MS)]),
      });
      if (!reply.ok) {
        await reply.body?.cancel();
        throw new Error(`The desk answered ${reply.status} when asked for its events.`);
      }
      const { events, last } = DeskEvents.parse(await reply.json());
      return { events: events.map(feedEvent), last };
    },
  };
}

function feedEvent(event: z.infer<typeof DeskEvent>): FeedEvent {
  const { number, key, reference, kind, status, at, by, note, expectedBy } = event;
  return {
    cursor: number,
    event: {
      request: key,
      kind: kind === 'status' ? status : kind,
      at,
      by,
      note,
      receiverReference: reference,
      ...(kind === 'asked' ? { question: String(number) } : {}),
      ...(expectedBy === null ? {} : { expectedBy }),
    },
  };
}
