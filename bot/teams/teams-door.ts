/**
 * The Teams door: Bot Framework activities in, replies and notices out. botbuilder is used here
 * and nowhere else, and of it only the token check and the connector client.
 */
import type { Intake } from '../attachments/take-in';
import type { Converse } from '../conversation/converse';
import type { LookAtTask } from '../conversation/look-at-task';
import type { OutgoingMessages } from '../conversation/outgoing';
import type { Directory } from '../directory/directory';
import type { Route } from '../http/route';
import type { Log } from '../log';
import { createBacklog } from './backlog';
import { ChannelAdapter } from './channel-adapter';
import { letEntitiesThrough, muffleSdk } from './connector-patches';
import { messageNames } from './message-names';
import { createPace } from './pace';
import { admit, receive } from './receive';
import { recently } from './recently';
import { checkSettings, type TeamsSettings } from './settings';
import { startSending } from './start-sending';
import type { Patience, Tools } from './tools';

export interface TeamsDoorOptions {
  readonly converse: Converse;
  readonly lookAtTask: LookAtTask;
  /** Left out where no files can come in. */
  readonly intake?: Intake;
  readonly outgoing: OutgoingMessages;
  readonly directory: Directory;
  readonly settings: TeamsSettings;
  readonly log: Log;
  readonly clock: () => Date;
  /** How long things may take; the defaults suit Teams. */
  readonly patience?: Partial<Patience>;
}

export interface TeamsDoor {
  readonly routes: readonly Route[];
  startSending(): {
    /** Something was written that Teams should be told: look now. */
    wake(): void;
    /** Resolves when the messages under way have arrived or failed. */
    stop(): Promise<void>;
  };
}

/** All of Teams calls from a few addresses, so this is the pace of everybody together. */
const PER_MINUTE = 6_000;
const LARGEST_BODY_BYTES = 256 * 1024;
/** Longer than any pause before the rest is tried again. */
const PARTWAY_FOR_MS = 2 * 60 * 60_000;
const GREETED_FOR_MS = 10 * 60_000;
const LEFT_FOR_MS = 24 * 60 * 60_000;

const PATIENCE: Patience = {
  typingAfterMs: 700,
  streamEveryMs: 1_200,
  sendWithinMs: 5_000,
  identifyWithinMs: 5_000,
  turnWithinMs: 12_000,
  invokeWithinMs: 3_000,
  fetchWithinMs: 8_000,
};

/** @throws Error where the settings are not safe, or the installed connector is not the known one */
export function teamsDoor({ patience, ...given }: TeamsDoorOptions): TeamsDoor {
  checkSettings(given.settings);
  letEntitiesThrough();
  muffleSdk();
  let wake = (): void => undefined;
  const tools: Tools = {
    ...given,
    patience: { ...PATIENCE, ...patience },
    adapter: new ChannelAdapter(given.settings, given.log),
    backlog: createBacklog(given.clock),
    pace: createPace(() => performance.now()),
    partway: recently(PARTWAY_FOR_MS, given.clock),
    greeted: recently(GREETED_FOR_MS, given.clock),
    left: recently(LEFT_FOR_MS, given.clock),
    nameOf: messageNames(given.clock),
    underWay: new Map(),
    wake: () => {
      wake();
    },
  };
  return {
    routes: [
      {
        method: 'POST',
        path: '/api/messages',
        limit: LARGEST_BODY_BYTES,
        perMinute: PER_MINUTE,
        admit: (call) => admit(tools, call),
        handle: (request) => receive(tools, request),
      },
    ],
    startSending() {
      const loop = startSending(tools);
      wake = () => {
        loop.wake();
      };
      return loop;
    },
  };
}
