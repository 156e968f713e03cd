/** What only reads, and may read for long, does so beside the conversations: see reading-thread.ts. */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { createBirpc } from 'birpc';
import {
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely';
import type { Where } from './open-database';

/** Asked of the reading thread. */
export interface ReadingCalls {
  read(query: string, parameters: readonly unknown[]): unknown[];
}

/**
 * @param db what is read; its tables are up to date
 * @param root holds `dist`, where the thread's program is
 * @returns `db` itself where its server reads beside us already; end the reader before `db`
 */
export function openReader<Tables>(
  where: Where,
  db: Kysely<Tables>,
  root: string,
): { readonly reader: Kysely<Tables>; readonly end: () => Promise<void> } {
  if (where.kind !== 'file') return { reader: db, end: async () => undefined };
  const program = path.join(root, 'dist', 'reading.js');
  const reader = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createQueryCompiler: () => new SqliteQueryCompiler(),
      createIntrospector: (kysely) => new SqliteIntrospector(kysely),
      createDriver: () => threadDriver(() => startThread(program, where.path)),
    },
  });
  return { reader, end: () => reader.destroy() };
}

interface Thread {
  readonly read: (query: string, parameters: readonly unknown[]) => Promise<unknown[]>;
  readonly ended: Promise<unknown>;
  readonly stop: () => Promise<unknown>;
}

/** The thread begins with the first page that is read, and again where it ended by itself. */
function threadDriver(start: () => Thread): Driver {
  let running: Thread | undefined;
  const thread = (): Thread => {
    if (running !== undefined) return running;
    const started = start();
    running = started;
    void started.ended.then(() => {
      if (running === started) running = undefined;
    });
    return started;
  };
  const connection: DatabaseConnection = {
    executeQuery: async <Row>({
      sql,
      parameters,
    }: {
      sql: string;
      parameters: readonly unknown[];
    }) => ({ rows: await thread().read(sql, parameters) }) as QueryResult<Row>,
    streamQuery: () => readsOnly(),
  };
  return {
    init: async () => undefined,
    acquireConnection: async () => connection,
    releaseConnection: async () => undefined,
    beginTransaction: readsOnly,
    commitTransaction: readsOnly,
    rollbackTransaction: readsOnly,
    destroy: async () => {
      await running?.stop();
    },
  };
}

function readsOnly(): never {
  throw new Error('This connection reads single statements. Write through the main connection.');
}

function startThread(program: string, file: string): Thread {
  const worker = new Worker(program, { workerData: file });
  // It holds nothing that must be finished: whoever ends the program need not wait for it.
  worker.unref();
  const calls = createBirpc<ReadingCalls>(
    {},
    {
      post: (message) => {
        worker.postMessage(message);
      },
      on: (listener) => worker.on('message', listener),
      timeout: -1,
    },
  );
  const ended = new Promise<unknown>((resolve) => {
    worker.once('error', resolve);
    worker.once('exit', resolve);
  });
  void ended.then((error) => {
    calls.$close(error instanceof Error ? error : new Error('The reading thread ended.'));
  });
  return { read: calls.read, ended, stop: () => worker.terminate() };
}
