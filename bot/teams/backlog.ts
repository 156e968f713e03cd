/**
 * Conversations in which this process could not hand a reply over: later replies wait behind it,
 * because people read in order.
 */
import { recently } from './recently';

const KEEP_MS = 10 * 60_000;

export interface Backlog {
  /** The turn could not hand it over: it is the sender's. */
  left(conversation: string, outgoing: string): void;
  /** It was sent or given up. */
  settled(conversation: string, outgoing: string): void;
  isBehind(conversation: string): boolean;
}

export function createBacklog(clock: () => Date): Backlog {
  const lastWaiting = recently<string>(KEEP_MS, clock);
  return {
    left(conversation, outgoing) {
      lastWaiting.set(conversation, outgoing);
    },
    settled(conversation, outgoing) {
      if (lastWaiting.get(conversation) === outgoing) lastWaiting.delete(conversation);
    },
    isBehind: (conversation) => lastWaiting.get(conversation) !== undefined,
  };
}
