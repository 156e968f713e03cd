/**
 * Streams as Teams keeps them: one at a time in a chat between two, in order, text that only
 * grows, one call a second, two minutes at most; and a reader who may press Stop.
 */
import { streamInfoOf, type WireActivity } from './activity-complaint';

export interface StreamAnswer {
  readonly status: number;
  readonly code?: string;
  readonly message?: string;
  /** Set where only a sender that does it wrong is answered so. */
  readonly complaint?: string;
}

export interface FakeStreams {
  /** What Teams says of it; undefined for what belongs to no stream. */
  judge(conversation: string, activity: WireActivity, at: number): StreamAnswer | undefined;
  /** It was taken, and has this id where it is the first of its stream. */
  took(conversation: string, activity: WireActivity, at: number, id: string): void;
  /** The reader presses Stop. */
  readonly stop: (conversation: string) => void;
  /** As if the stream had begun so much earlier. */
  readonly age: (conversation: string, milliseconds: number) => void;
}

interface Kept {
  readonly id: string;
  sequence: number;
  text: string;
  since: number;
  at: number;
  end: 'completed' | 'stopped' | undefined;
}

const LONGEST_MS = 120_000;
const MOST_INFORMATIVE = 1_000;

const wrong = (complaint: string): StreamAnswer => ({
  status: 403,
  code: 'ContentStreamNotAllowed',
  message: complaint,
  complaint: `stream: ${complaint}`,
});
const notAllowed = (message: string): StreamAnswer => ({
  status: 403,
  code: 'ContentStreamNotAllowed',
  message,
});

/** @param everyMs the least time between two calls */
export function fakeStreams(everyMs: number): FakeStreams {
  const streams = new Map<string, Kept>();
  const isOpen = (kept: Kept, at: number): boolean =>
    kept.end === undefined && at - kept.since < LONGEST_MS;

  return {
    judge(conversation, activity, at) {
      const info = streamInfoOf(activity);
      if (info === undefined) return undefined;
      if (activity.conversation?.conversationType !== 'personal') return wrong('in a group');
      const kept = streams.get(conversation);
      if (info.streamId === undefined) {
        if (info.streamType === 'final') return wrong('an end without an id');
        if (info.streamSequence !== 1) return wrong('begins with another number than 1');
        if (info.streamType === 'informative' && (activity.text ?? '').length > MOST_INFORMATIVE)
          return wrong('the update is too long');
        return kept && isOpen(kept, at) ? notAllowed('Content stream is not allowed') : undefined;
      }
      if (kept?.id !== info.streamId) return wrong('no stream of that id');
      if (kept.end === 'stopped') return notAllowed('Content stream was canceled by user.');
      if (kept.end === 'completed')
        return info.streamType === 'final'
          ? notAllowed('Content stream has already completed')
          : wrong('goes on after its end');
      if (!isOpen(kept, at)) return notAllowed('Content stream has exceeded streaming time');
      // A hundredth for the clocks of two programs.
      if (at - kept.at < everyMs * 0.99)
        return wrong(`two calls in ${Math.round(at - kept.at)} ms`);
      if (info.streamType !== 'final' && info.streamSequence <= kept.sequence)
        return wrong('out of order');
      const grows = info.streamType === 'informative' || activity.text?.startsWith(kept.text);
      return grows ? undefined : wrong('does not contain what was streamed before');
    },
    took(conversation, activity, at, id) {
      const info = streamInfoOf(activity);
      if (info === undefined) return;
      const before = streams.get(conversation);
      const kept =
        before?.id === info.streamId && before !== undefined
          ? before
          : { id, sequence: 0, text: '', since: at, at, end: undefined };
      if ('streamSequence' in info) kept.sequence = info.streamSequence;
      if (info.streamType === 'streaming') kept.text = activity.text ?? '';
      if (info.streamType === 'final') kept.end = 'completed';
      kept.at = at;
      streams.set(conversation, kept);
    },
    stop(conversation) {
      const kept = streams.get(conversation);
      if (kept) kept.end = 'stopped';
    },
    age(conversation, milliseconds) {
      const kept = streams.get(conversation);
      if (kept) kept.since -= milliseconds;
    },
  };
}
