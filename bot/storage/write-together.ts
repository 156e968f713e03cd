/**
 * Writes of the same moment share one transaction on SQLite, and so one wait for the disk. Each
 * stands or falls alone: one that throws is undone by itself. On PostgreSQL, which waits for many
 * at once, each has a transaction of its own.
 */
import { sql, type Kysely, type Transaction } from 'kysely';
import { isPostgres } from './dialect';
import type { AssistantTables } from './tables';

type Tx = Transaction<AssistantTables>;

export interface WriteTogether {
  /** Resolves when what `work` wrote has reached the disk. */
  durably<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Survives the process, but not always the machine: for marks that only spare a repetition. */
  lightly<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

interface Entry {
  readonly isLight: boolean;
  /** Keeps its result, or its error, until the disk has spoken; false where it failed. */
  readonly run: (tx: Tx) => Promise<boolean>;
  readonly settle: () => void;
  readonly reject: (error: unknown) => void;
}

export function writeTogether(db: Kysely<AssistantTables>): WriteTogether {
  if (isPostgres(db)) {
    return {
      durably: (work) => db.transaction().execute(work),
      lightly: (work) => db.transaction().execute(work),
    };
  }
  const waiting: Entry[] = [];

  function enter<T>(isLight: boolean, work: (tx: Tx) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let settle = (): void => undefined;
      waiting.push({
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
      });
      // After the messages that arrived together were read: their writes are then here too.
      if (waiting.length === 1) setImmediate(() => void writeAll(db, waiting.splice(0)));
    });
  }

  return {
    durably: (work) => enter(false, work),
    lightly: (work) => enter(true, work),
  };
}

async function writeAll(db: Kysely<AssistantTables>, entries: readonly Entry[]): Promise<void> {
  const isLight = entries.every((entry) => entry.isLight);
  try {
    await db.connection().execute(async (connection) => {
      if (isLight) await sql`pragma synchronous = normal`.execute(connection);
      try {
        await connection.transaction().execute((tx) => runEach(tx, entries));
      } finally {
        if (isLight) await sql`pragma synchronous = full`.execute(connection);
      }
    });
  } catch (error) {
    if (!(error instanceof Undone)) {
      for (const entry of entries) entry.reject(error);
      return;
    }
  }
  for (const entry of entries) entry.settle();
}

/** What a write that failed had written is undone, and nothing else of the transaction. */
async function runEach(tx: Tx, entries: readonly Entry[]): Promise<void> {
  const [first, ...others] = entries;
  if (first !== undefined && others.length === 0) {
    if (!(await first.run(tx))) throw new Undone();
    return;
  }
  for (const entry of entries) {
    await sql`savepoint one`.execute(tx);
    if (!(await entry.run(tx))) await sql`rollback to one`.execute(tx);
    await sql`release one`.execute(tx);
  }
}

/** Ends a transaction whose only write has failed; that write tells its own error. */
class Undone extends Error {}
