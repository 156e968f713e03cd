/**
 * Writes of the same moment share one transaction on SQLite, and so one wait for the disk. Each
 * stands or falls alone. On PostgreSQL, which waits for many at once, each has a transaction of
 * its own.
 */
import { CompiledQuery, type Kysely } from 'kysely';
import { isPostgres } from './dialect';
import { BEGIN_WITHOUT_WAITING } from './open-sqlite';
import { logOnDisk, type LogOnDisk } from './log-on-disk';
import type { AssistantTables, Tx } from './tables';

/** Run again where another write of the same moment has failed. */
type Work<T> = (tx: Tx) => Promise<T>;

export interface WriteTogether {
  /** Resolves when what `work` wrote has reached the disk. */
  durably<T>(work: Work<T>): Promise<T>;
  /**
   * For marks that only spare a repetition: written with the other writes of the moment. Survives
   * the process, but not always the machine.
   */
  lightly<T>(work: Work<T>): Promise<T>;
  /** Writes now what waits. Resolves, also where a write failed: that one's caller was told. */
  flush(): Promise<void>;
  /** Flushes, and lets go of the files. */
  close(): Promise<void>;
}

interface Entry {
  readonly isLight: boolean;
  /** Keeps its result, or its error, until the disk has spoken; false where it failed. */
  readonly run: (tx: Tx) => Promise<boolean>;
  readonly settle: () => void;
  readonly reject: (error: unknown) => void;
}

const BEGIN = CompiledQuery.raw(BEGIN_WITHOUT_WAITING);
const COMMIT = CompiledQuery.raw('commit');
const ROLLBACK = CompiledQuery.raw('rollback');

export function writeTogether(db: Kysely<AssistantTables>): WriteTogether {
  return isPostgres(db) ? eachAlone(db) : inGroups(db);
}

function eachAlone(db: Kysely<AssistantTables>): WriteTogether {
  const underWay = new Set<Promise<unknown>>();
  const write = <T>(work: Work<T>): Promise<T> => {
    const written = db.transaction().execute(work);
    const settled = written.catch(() => undefined);
    underWay.add(settled);
    void settled.then(() => underWay.delete(settled));
    return written;
  };
  const flush = async (): Promise<void> => {
    await Promise.all(underWay);
  };
  return { durably: write, lightly: write, flush, close: flush };
}

function inGroups(db: Kysely<AssistantTables>): WriteTogether {
  const waiting: Entry[] = [];
  const log = logOnDisk(db);
  let last: Promise<void> = Promise.resolve();
  let soon: NodeJS.Immediate | undefined;

  const writeWaiting = (): void => {
    clearImmediate(soon);
    soon = undefined;
    if (waiting.length > 0) last = after(last, writeAll(db, waiting.splice(0), log));
  };

  function enter<T>(isLight: boolean, work: Work<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      waiting.push(entry(isLight, work, resolve, reject));
      // After the messages that arrived together were read: their writes are then here too.
      soon ??= setImmediate(writeWaiting);
    });
  }

  const flush = async (): Promise<void> => {
    writeWaiting();
    await last;
  };
  return {
    durably: (work) => enter(false, work),
    lightly: (work) => enter(true, work),
    flush,
    close: async () => {
      await flush();
      await log.close();
    },
  };
}

async function after(...all: readonly Promise<void>[]): Promise<void> {
  await Promise.all(all);
}

function entry<T>(
  isLight: boolean,
  work: Work<T>,
  resolve: (result: T) => void,
  reject: (error: unknown) => void,
): Entry {
  let settle = (): void => undefined;
  return {
    isLight,
    run: async (tx) => {
      try {
        const result = await work(tx);
        settle = () => {
          resolve(result);
        };
        return true;
      } catch (error) {
        settle = () => {
          reject(error instanceof Error ? error : new Error(String(error)));
        };
        return false;
      }
    },
    settle: () => {
      settle();
    },
    reject,
  };
}

/**
 * SQLite would wait for the disk inside `commit`, and the whole program with it. So it only
 * writes, and the wait is ours: other turns go on meanwhile. Few writes fail, so no savepoint
 * stands between them: where one does, all are undone, and each is written by itself.
 */
async function writeAll(
  db: Kysely<AssistantTables>,
  entries: readonly Entry[],
  log: LogOnDisk,
): Promise<void> {
  try {
    await db.connection().execute(async (connection) => {
      await connection.executeQuery(BEGIN);
      try {
        await runAll(connection, entries);
        await connection.executeQuery(COMMIT);
      } catch (error) {
        // Where the disk is full, SQLite has done so itself, and refuses.
        await connection.executeQuery(ROLLBACK).catch(() => undefined);
        throw error;
      }
    });
    if (entries.some(({ isLight }) => !isLight)) await log.reached();
  } catch (error) {
    if (!(error instanceof Undone)) {
      for (const each of entries) each.reject(error);
      return;
    }
    if (entries.length > 1) {
      for (const each of entries) await writeAll(db, [each], log);
      return;
    }
  }
  for (const each of entries) each.settle();
}

/** @throws Undone where one fails: nothing that was written with it holds */
async function runAll(tx: Tx, entries: readonly Entry[]): Promise<void> {
  for (const each of entries) if (!(await each.run(tx))) throw new Undone();
}

/** Ends a transaction in which a write has failed; that write tells its own error. */
class Undone extends Error {}
