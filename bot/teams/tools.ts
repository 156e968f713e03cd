/** What the parts of this door share: its ports, its settings, and what it remembers for a while. */
import type { Intake } from '../attachments/take-in';
import type { Converse } from '../conversation/converse';
import type { LookAtTask } from '../conversation/look-at-task';
import type { OutgoingMessages } from '../conversation/outgoing';
import type { Directory } from '../directory/directory';
import type { Log } from '../log';
import type { Activity } from './activity';
import type { Backlog } from './backlog';
import type { ChannelAdapter } from './channel-adapter';
import type { Pace } from './pace';
import type { Partway } from './partway';
import type { Recently } from './recently';
import type { TeamsSettings } from './settings';

export interface Patience {
  /** Before "is typing" is shown. */
  readonly typingAfterMs: number;
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
  /** Conversations that were greeted: an installation is told twice. */
  readonly greeted: Recently<true>;
  /** Conversations whose person removed the app. */
  readonly left: Recently<true>;
  readonly nameOf: (activity: Activity) => string;
  /** Turns that this process is at, by conversation and message. */
  readonly underWay: Map<string, Promise<void>>;
  /** Wakes the sender, where one runs. */
  readonly wake: () => void;
}

export const conversationName = ({ conversation }: Activity): string => `teams:${conversation.id}`;
