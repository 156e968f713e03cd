/** Where people come from: Microsoft Graph where the settings name it, or else a folder of files. */
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startLoop, type Loop } from '../dialogs';
import type { Config } from './config';
import { loadCsvDirectory } from './directory/csv-directory';
import type { Directory } from './directory/directory';
import {
  type Counted,
  type GraphDirectory,
  type GraphDirectoryOptions,
  openGraphDirectory,
} from './directory/graph/graph-directory';
import { GraphProblem } from './directory/graph/graph-problem';
import type { AppProof } from './directory/graph/graph-settings';
import type { DirectoryHealth } from './http/health-routes';
import type { Log } from './log';

export interface OpenDirectory {
  readonly directory: Directory;
  readonly health: (now: Date) => DirectoryHealth | undefined;
  /** Goes on reading in the background; where it was read once for all, there is nothing to do. */
  startReading(): Pick<Loop, 'stop'>;
}

const MINUTE_MS = 60_000;
const ANSWER_WITHIN_MS = 30_000;
/** After so many reads missed, somebody should look. */
const MISSED_READS = 3;

/** @throws Error that says what is wrong with the files, the settings or Graph */
export async function openDirectory(
  config: Config,
  log: Log,
  clock: () => Date,
): Promise<OpenDirectory> {
  const { DIRECTORY_DIR, GRAPH_CLIENT_ID: clientId } = config;
  const proof = proofIn(config);
  if (clientId === undefined || proof === undefined || DIRECTORY_DIR === undefined) {
    const folder = DIRECTORY_DIR ?? path.join(config.root, 'bot', 'directory', 'data');
    const directory = loadCsvDirectory(folder);
    return {
      directory,
      health: () => undefined,
      startReading: () => ({ stop: async () => undefined }),
    };
  }
  const settings = {
    url: withoutSlash(config.GRAPH_URL),
    loginUrl: withoutSlash(config.GRAPH_LOGIN_URL),
    clientId,
    proof,
  };
  const options: GraphDirectoryOptions = {
    settings,
    folder: DIRECTORY_DIR,
    tenants: config.GRAPH_TENANTS,
    clock,
    rest,
    answerWithinMs: ANSWER_WITHIN_MS,
  };
  const everyMs = config.GRAPH_EVERY_MINUTES * MINUTE_MS;
  const graph = await openGraphDirectory(options, new AbortController().signal);
  tell(log, graph.first);
  return {
    directory: graph.directory,
    health: (now) => ({
      readAt: graph.readAt().toISOString(),
      isOld: now.getTime() - graph.readAt().getTime() > MISSED_READS * everyMs,
    }),
    startReading: () => startReadingAgain(graph, everyMs, log),
  };
}

function proofIn({
  GRAPH_CLIENT_SECRET: secret,
  GRAPH_CERTIFICATE_FILE: file,
}: Config): AppProof | undefined {
  if (file !== undefined) return { kind: 'certificate', file };
  return secret === undefined ? undefined : { kind: 'secret', secret };
}

function startReadingAgain(graph: GraphDirectory, everyMs: number, log: Log): Loop {
  let isFirst = true;
  return startLoop({
    round: async (stopping) => {
      // It was read a moment ago, before the loop began.
      const counted = isFirst ? undefined : await graph.readAgain(stopping);
      isFirst = false;
      if (counted !== undefined) tell(log, counted);
      return everyMs;
    },
    onError: (error) => {
      log.error({ event: 'directory.not-read', since: graph.readAt().toISOString() }, error);
    },
    pauseAfterErrors: (_, error) =>
      Math.max(everyMs, error instanceof GraphProblem ? error.waitMs : 0),
  });
}

const tell = (log: Log, { people, keptOut }: Counted): void => {
  log.info({ event: 'directory.read', people, ...keptOut });
};

const withoutSlash = (address: string): string => address.replace(/\/+$/, '');

async function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => {
    signal.throwIfAborted();
  });
}
