/** What runs beside the doors, on its adapters: delivery, following, telling, minding, sending, retention, measuring. */
import { dialogs, type Loop } from '../dialogs';
import type { Connectors } from '../dialogs/dispatch/connector';
import { startDispatch } from '../dialogs/dispatch/start-dispatch';
import { deskFeed } from '../dialogs/follow/desk-feed';
import { startAnsweringDesk } from '../dialogs/follow/start-answering-desk';
import { startAsking } from '../dialogs/follow/start-asking';
import { startFollowing } from '../dialogs/follow/start-following';
import type { FileKeep } from './attachments/file-keep';
import type { StatusSource } from '../dialogs/follow/status-source';
import { startMinding, startRetention, startTelling } from './background';
import type { DeskStore } from './desk/desk-store';
import { startDeskRetention } from './desk/start-desk-retention';
import { startMeasuring } from './start-measuring';
import { startSweeping } from './start-sweeping';
import type { IsFollowed } from './conversation/expected-line';
import type { Directory } from './directory/directory';
import type { Log } from './log';
import type { KeepMonths } from './own-data/own-data';
import type { Stores } from './storage/create-stores';

const FOLLOW_EVERY_MS = 2_000;

interface LoopParts {
  readonly stores: Stores;
  readonly directory: Directory;
  readonly log: Log;
  readonly clock: () => Date;
  readonly deskAt: { readonly url: string; readonly secret: string };
  readonly connectors: Connectors;
  readonly isFollowed: IsFollowed;
  /** Receiving services that are asked what became of requests. */
  readonly sources: readonly StatusSource[];
  readonly sender: Loop;
  /** Mails to staff, where any are sent. */
  readonly mailing: readonly Loop[];
  readonly keepMonths: KeepMonths;
  /** How long after it was sent a request keeps its files here. */
  readonly keepFilesDays: number;
  readonly files: FileKeep;
  /** The desk inside the assistant, and how long it keeps what has ended. */
  readonly ownDesk: {
    readonly desk: Pick<DeskStore, 'files' | 'retention'> | undefined;
    readonly keepMonths: number;
  };
}

/** @returns how to wake the delivery, and how to stop them all */
export function startLoops(parts: LoopParts): {
  wakeDelivery: () => void;
  wakeTelling: () => void;
  stop: () => Promise<void>;
} {
  const { stores, directory, log, clock, deskAt, connectors, isFollowed, sender } = parts;
  const onError = (event: string) => (error: unknown) => {
    log.error({ event }, error);
  };
  const telling = startTelling(
    {
      news: stores.requestNews,
      requests: stores.requestLog,
      directory,
      dialogs,
      isFollowed,
      clock,
    },
    () => {
      sender.wake();
    },
    log,
  );
  const following = startFollowing({
    feed: deskFeed(deskAt),
    system: 'desk',
    log: stores.requestLog,
    everyMs: FOLLOW_EVERY_MS,
    onNews: () => {
      telling.wake();
    },
    onError: onError('following.failed'),
  });
  const asking = parts.sources.map((source) =>
    startAsking({
      source,
      reports: stores.reports,
      clock,
      onNews: ({ kind, request }) => {
        log.info({ event: `request.${kind}`, request, system: source.system });
        telling.wake();
      },
      onOdd: (request, kind) => {
        log.warn({ event: `asking.${kind}`, request, system: source.system });
      },
      onError: onError('asking.failed'),
    }),
  );
  const dispatch = startDispatch({
    outbox: stores.outbox,
    connectors,
    clock,
    chance: Math.random,
    onProgress: (progress) => {
      log.info({
        event: `delivery.${progress.kind}`,
        request: progress.request,
        system: progress.system,
      });
      following.wake();
    },
    onError: onError('delivery.failed'),
  });
  const answering = startAnsweringDesk({
    answers: stores.answers,
    desk: deskAt,
    clock,
    chance: Math.random,
    everyMs: FOLLOW_EVERY_MS,
    onParked: ({ request }) => {
      log.info({ event: 'answer.parked', request });
    },
    onError: onError('answer.failed'),
  });
  const minding = startMinding(
    { tasks: stores.tasks, late: stores.late, directory, dialogs, clock },
    () => {
      for (const loop of [telling, sender, dispatch]) loop.wake();
    },
    log,
  );
  const retention = startRetention(stores.retention, parts.keepMonths, clock, log);
  const measuring = startMeasuring({ measures: stores.measures, directory, clock }, log);
  const { files, keepFilesDays } = parts;
  const { desk, keepMonths: deskKeepMonths } = parts.ownDesk;
  const deskFiles = desk?.files;
  const { attachments } = stores;
  const sweeping = startSweeping({ files, attachments, deskFiles }, keepFilesDays, clock, log);
  const loops: readonly Loop[] = [
    dispatch,
    answering,
    following,
    ...asking,
    telling,
    sender,
    ...parts.mailing,
    minding,
    retention,
    measuring,
    sweeping,
    ...(desk === undefined ? [] : [startDeskRetention(desk.retention, deskKeepMonths, clock, log)]),
  ];
  return {
    wakeDelivery: () => {
      dispatch.wake();
      answering.wake();
    },
    wakeTelling: () => {
      telling.wake();
    },
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}
