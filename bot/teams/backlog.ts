/**
 * What this process knows about replies that did not reach the channel in their turn.
 *
 * A committed reply is due at once, for every process to see, while the turn that made it is
 * still handing it over. So the sender leaves a young reply alone, unless this process knows that
 * nobody is busy with it. And while one reply of a conversation waits, later ones wait behind it:
 * people read in order.
 */
import { recently } from './recently';

/** A turn and its sending together take less. A process that dies in between costs that much. */
export const GRACE_MS = 20_000;
const KEEP_MS = 10 * 60_000;

export interface Backlog {
  /** Nobody hands it over any more: it is the sender's. */
  left(conversation: string, outgoing: string): void;
  /** Somebody asked for it again: the sender may look at once. */
  askedFor(outgoing: string): void;
  /** It was sent or given up. */
  settled(conversation: string, outgoing: string): void;
  isBehind(conversation: string): boolean;
  /** True where a turn may still be handing it over. */
  mayBeUnderWay(message: {
    id: string;
    kind: 'reply' | 'notice';
    at: Date;
    attempts: number;
  }): boolean;
}

export function createBacklog(clock: () => Date): Backlog {
  const lastWaiting = recently<string>(KEEP_MS, clock);
  const free = recently<true>(KEEP_MS, clock);
  return {
    left(conversation, outgoing) {
      lastWaiting.set(conversation, outgoing);
      free.set(outgoing, true);
    },
    askedFor(outgoing) {
      free.set(outgoing, true);
    },
    settled(conversation, outgoing) {
      if (lastWaiting.get(conversation) === outgoing) lastWaiting.delete(conversation);
      free.delete(outgoing);
    },
    isBehind: (conversation) => lastWaiting.get(conversation) !== undefined,
    mayBeUnderWay: ({ id, kind, at }) =>
      kind === 'reply' && free.get(id) === undefined && clock().getTime() - at.getTime() < GRACE_MS,
  };
}
