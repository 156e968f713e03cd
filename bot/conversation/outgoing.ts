/**
 * Outgoing messages: replies and notices that were promised to somebody and must reach a door.
 *
 * A reply is written with its turn, which hands it over itself; a notice ("your request was
 * approved") with the event it tells of. A door marks what was handed over; what was not marked in
 * time is lent to the door's sender, so that a process that died between commit and reply still
 * tells the person. At least once, in order.
 *
 * Only Teams is sent to, in chats of one's own and in groups; a notice goes to no group. What was said to the web or the terminal counts as sent: a page fetches
 * it by sequence (`history`), and the terminal has it as the turn's result.
 */
import type { Reply } from './reply';
import type { ReturnAddress } from './store';
import type { Door } from './turn';

/** Teams' sender speaks in its groups too. Every other door fetches its messages itself. */
export const sentWith = (door: Door): readonly Door[] =>
  door === 'teams' ? ['teams', 'group'] : [door];
export const isSentTo = (door: Door): boolean => sentWith('teams').includes(door);

/** A turn (12 s at most) and its handing over (two tries of 5 s) take less. A process that dies in between costs that much. */
export const HANDING_OVER_MS = 25_000;

export interface OutgoingMessage {
  readonly id: string;
  /** Rises over all messages: a web page asks for "what came after 41". */
  readonly sequence: number;
  readonly conversation: string;
  readonly door: Door;
  readonly person: string;
  readonly kind: 'reply' | 'notice';
  readonly reply: Reply;
  /** The message id it replies to; null for a notice. */
  readonly inReplyTo: string | null;
  readonly returnAddress: ReturnAddress | null;
  /** How often it was lent before and not settled as sent: 0 the first time. */
  readonly attempts: number;
  readonly at: Date;
}

export interface OutgoingMessages {
  /** Lends this door's unsent messages that are due, oldest first and at most one a conversation; an unsettled loan lapses. */
  claim(door: Door, now: Date, limit: number): Promise<readonly OutgoingMessage[]>;
  /**
   * Resolves when a process that dies would no longer send it again; every other call here sees it
   * at once.
   *
   * @param channelId the id the channel gave the message, where it gave one: the last of several
   * @param wordsId the id of its words, where they are a message apart from that
   */
  sent(id: string, now: Date, channelId: string | null, wordsId?: string | null): Promise<void>;
  retryAt(id: string, when: Date, reason: string): Promise<void>;
  /** The channel will never take it (the person removed the app): it stays readable through the other door. */
  giveUp(id: string, reason: string): Promise<void>;
  /** A whole conversation for a page, oldest first, with what the person said. */
  history(conversation: string, after: number, limit: number): Promise<readonly HistoryItem[]>;
  /** The interaction that a channel's message belongs to, by either of its ids, for the channel's own thumbs. */
  interactionOf(conversation: string, channelId: string): Promise<string | undefined>;
  /** The words and buttons of a channel's message, for a card that gives way once it was pressed. */
  shownAs(conversation: string, channelId: string): Promise<ShownMessage | undefined>;
}

export type ShownMessage = Pick<OutgoingMessage, 'id' | 'reply'>;

export interface HistoryItem {
  readonly sequence: number;
  readonly at: Date;
  readonly kind: 'reply' | 'notice';
  /** What the person said; null for a notice or where it was not kept. */
  readonly said: string | null;
  readonly reply: Reply;
}
