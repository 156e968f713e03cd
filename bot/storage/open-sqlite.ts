/**
 * Opens an SQLite file the way the promises need it: what is committed has reached the disk
 * (`synchronous = full`), readers do not wait for writers (`wal`), references must hold.
 */
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import Database from 'libsql';

const SETTINGS = [
  'busy_timeout = 5000',
  'journal_mode = wal',
  'synchronous = full',
  'foreign_keys = on',
  // What is erased is overwritten, not only forgotten.
  'secure_delete = on',
  // Copying the log back holds up whoever commits; pages written many times are copied once.
  'wal_autocheckpoint = 8000',
] as const;

const READING = [
  'busy_timeout = 5000',
  'query_only = on',
  // In KiB: a list is sorted and counted from many pages, several times.
  'cache_size = -32000',
] as const;

/** More than the stores have; lists of varying length are what would make it grow. */
const KEPT_STATEMENTS = 200;

/** Begins a transaction whose commit does not wait for the disk: whoever sends it waits. */
export const BEGIN_WITHOUT_WAITING = 'begin immediate';

/** @param use `reads` for a second connection, which changes nothing */
export function openSqlite(path: string, use: 'reads' | 'writes' = 'writes'): SqliteDatabase {
  const database = new Database(path);
  try {
    for (const setting of use === 'reads' ? READING : SETTINGS)
      database.prepare(`pragma ${setting}`).all();
  } catch (error) {
    database.close();
    throw error;
  }
  const committing = commitsOf(database);
  return {
    prepare: keepingStatements((sql) => {
      const statement: SqliteStatement = database.prepare(
        // Every transaction here writes. Taking the write lock at once makes a second process wait
        // its turn; taking it half-way would fail at once, whatever the busy timeout.
        sql === 'begin' ? 'begin immediate' : sql,
      );
      return committing(sql, statement);
    }),
    close: () => {
      database.close();
    },
  };
}

/**
 * Sets how the next commit is made, only where it changes: nearly all are made without waiting.
 * The setting cannot be changed within a transaction, so what begins one chooses.
 */
function commitsOf(
  database: Database.Database,
): (sql: string, statement: SqliteStatement) => SqliteStatement {
  let waits = true;
  const choose = (wait: boolean): void => {
    if (wait === waits || database.inTransaction) return;
    // Not kept: preparing this statement is what carries it out.
    database.exec(`pragma synchronous = ${wait ? 'full' : 'normal'}`);
    waits = wait;
  };
  return (sql, statement) => {
    if (/^\s*(?:select|pragma|commit|rollback)\b/i.test(sql)) return statement;
    const wait = sql !== BEGIN_WITHOUT_WAITING;
    return {
      reader: statement.reader,
      all: (parameters) => {
        choose(wait);
        return statement.all(parameters);
      },
      run: (parameters) => {
        choose(wait);
        return statement.run(parameters);
      },
      iterate: (parameters) => {
        choose(wait);
        return statement.iterate(parameters);
      },
    };
  };
}

/** Preparing costs more than running for the short statements of a turn, so each is prepared once. */
function keepingStatements(
  prepare: (sql: string) => SqliteStatement,
): (sql: string) => SqliteStatement {
  const kept = new Map<string, SqliteStatement>();
  return (sql) => {
    const known = kept.get(sql);
    if (known !== undefined) return known;
    const [oldest] = kept.keys();
    if (kept.size >= KEPT_STATEMENTS && oldest !== undefined) kept.delete(oldest);
    const statement = prepare(sql);
    kept.set(sql, statement);
    return statement;
  };
}
