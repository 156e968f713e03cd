/** What the parts of this door share: its ports, its settings, and what it remembers for a while. */
import type { Intake } from '../attachments/take-in';
import type { Converse } from '../conversation/converse';
import type { LookAtTask } from '../conversation/look-at-task';
import type { OutgoingMessages } from '../conversation/outgoing';
import type { Directory } from '../directory/directory';
import type { Log } from '../log';
import { isOneToOne, type Activity } from './activity';
import type { Backlog } from './backlog';
import type { ChannelAdapter } from './channel-adapter';
import type { LineManner } from './line';
import type { Pace } from './pace';
import type { Partway } from './partway';
import type { Recently } from './recently';
import type { TeamsSettings } from './settings';

export interface Patience {
  /** Before "is typing" is shown. */
  readonly typingAfterMs: number;
  /** Between two calls for one stream: Teams takes one a second. */
  readonly streamEveryMs: number;
  /** For one reply to reach the connector. Teams delivers a message again after 15 seconds. */
  readonly sendWithinMs: number;
  /** For a token to be checked, which may fetch Microsoft's keys. */
  readonly identifyWithinMs: number;
  /** For a turn. */
  readonly turnWithinMs: number;
  /** For the answer to an invoke: Teams waits five seconds. */
  readonly invokeWithinMs: number;
  /** For the files of a message, all together. */
  readonly fetchWithinMs: number;
}

export interface Tools {
  readonly converse: Converse;
  readonly lookAtTask: LookAtTask;
  /** Left out where no files can come in. */
  readonly intake?: Intake;
  readonly outgoing: OutgoingMessages;
  readonly directory: Directory;
  readonly settings: TeamsSettings;
  readonly patience: Patience;
  readonly log: Log;
  readonly clock: () => Date;
  readonly adapter: ChannelAdapter;
  readonly backlog: Backlog;
  readonly pace: Pace;
  /** Replies of which the channel took some messages and not yet the rest, by their id. */
  readonly partway: Recently<Partway>;
  /** Places that were greeted: an installation is told twice. */
  readonly greeted: Recently<true>;
  /** Places that the app was removed from. */
  readonly left: Recently<true>;
  readonly nameOf: (activity: Activity) => string;
  /** Turns that this process is at, by conversation and message. */
  readonly underWay: Map<string, Promise<void>>;
  /** Wakes the sender, where one runs. */
  readonly wake: () => void;
}

/** How every line of this door speaks; who waits before each message is its own. */
export const mannerOf = ({
  patience: { sendWithinMs, streamEveryMs },
  clock,
}: Pick<Tools, 'patience' | 'clock'>): Omit<LineManner, 'before'> => ({
  withinMs: sendWithinMs,
  streamEveryMs,
  clock,
});

/** A chat, or a thread of a channel, whoever speaks there. */
export const placeName = (conversation: string): string => `teams:${conversation}`;

/** In a group everybody has a conversation of their own: what one asked is nothing that another asks on from. */
export const conversationName = (activity: Activity): string => {
  const { conversation, from } = activity;
  return isOneToOne(activity)
    ? placeName(conversation.id)
    : `group:${JSON.stringify([conversation.id, from.id])}`;
};
