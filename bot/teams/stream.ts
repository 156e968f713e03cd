/**
 * Streaming as Teams knows it, in a chat between two: what is being done stands where the answer
 * will stand, and the answer ends it. No words of an answer go before the whole of it: see
 * deployment/decisions/0061-what-is-streamed.md.
 */
import { setTimeout as rest } from 'node:timers/promises';
import { z } from 'zod';
import type { TextActivity } from './reply-activities';
import type { StreamInfo } from './stream-info';

export interface Informative {
  readonly type: 'typing';
  readonly text: string;
  readonly entities: readonly [StreamInfo];
}

/** A stream that waits for its end. */
export interface OpenStream {
  readonly id: string;
  readonly sequence: number;
  readonly since: Date;
  readonly at: Date;
}

/** Thrown where the reader pressed Stop: they want no answer to that any more. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

export interface Stream {
  /** @returns false where this chat takes no stream; @throws what the connector threw otherwise */
  inform(text: string, signal: AbortSignal): Promise<boolean>;
  /**
   * Ends an open stream with the words.
   *
   * @returns undefined where none is open, or Teams would not take its end: then the words are a message of their own
   * @throws Stopped once; or what the connector threw, and the stream stays open
   */
  end(words: TextActivity, signal: AbortSignal): Promise<{ readonly id: string } | undefined>;
  readonly open: () => OpenStream | undefined;
  /** With one that another line began. */
  readonly goOn: (stream: OpenStream) => void;
}

/** Teams ends a stream after two minutes. */
const LONGEST_MS = 100_000;

type Post = (activity: Informative | TextActivity, signal: AbortSignal) => Promise<string | null>;

/** @param everyMs Teams takes one call a second for a stream, and shows an error beyond that */
export function createStream(post: Post, everyMs: number, clock: () => Date): Stream {
  let open: OpenStream | undefined;
  let isStopped = false;
  const now = (): number => clock().getTime();
  /** @throws the error, where trying again may help */
  const closeAfter = (error: unknown): void => {
    const refusal = refusalIn(error);
    if (refusal === undefined) throw error;
    open = undefined;
    isStopped = refusal === 'stopped';
  };
  const stopIfAsked = (): void => {
    if (!isStopped) return;
    isStopped = false;
    throw new Stopped('The reader stopped this answer.');
  };
  return {
    async inform(text, signal) {
      const sequence = (open?.sequence ?? 0) + 1;
      try {
        const id = await post(informative(text, sequence, open?.id), signal);
        const begun = open ?? (id === null ? undefined : { id, since: clock() });
        open = begun && { ...begun, sequence, at: clock() };
      } catch (error) {
        closeAfter(error);
      }
      return open !== undefined;
    },
    async end(words, signal) {
      stopIfAsked();
      const stream = open;
      if (stream === undefined) return undefined;
      if (now() - stream.since.getTime() > LONGEST_MS) {
        open = undefined;
        return undefined;
      }
      await rest(Math.max(0, stream.at.getTime() + everyMs - now()), undefined, { signal });
      try {
        const id = await post(final(words, stream.id), signal);
        open = undefined;
        return { id: id ?? stream.id };
      } catch (error) {
        closeAfter(error);
        stopIfAsked();
        return refusalIn(error) === 'ended' ? { id: stream.id } : undefined;
      }
    },
    open: () => open,
    goOn: (stream) => {
      open = stream;
    },
  };
}

/** `ended`: an end that was thought lost had arrived. */
type Refusal = 'stopped' | 'ended' | 'not-taken';

const Failure = z.object({
  statusCode: z.union([z.literal(400), z.literal(403), z.literal(404), z.literal(413)]),
  details: z
    .object({ error: z.object({ message: z.string() }) })
    .optional()
    .catch(undefined),
});

/** Teams has one code for all of these, and tells them apart in words. */
function refusalIn(error: unknown): Refusal | undefined {
  const failure = Failure.safeParse(error);
  if (!failure.success) return undefined;
  const message = failure.data.details?.error.message ?? '';
  if (/cancell?ed by user/i.test(message)) return 'stopped';
  return /already completed/i.test(message) ? 'ended' : 'not-taken';
}

const informative = (text: string, streamSequence: number, streamId?: string): Informative => ({
  type: 'typing',
  text,
  entities: [
    {
      type: 'streaminfo',
      streamType: 'informative',
      streamSequence,
      ...(streamId !== undefined && { streamId }),
    },
  ],
});

const final = (words: TextActivity, streamId: string): TextActivity => ({
  ...words,
  entities: [{ type: 'streaminfo', streamType: 'final', streamId }, ...(words.entities ?? [])],
});
