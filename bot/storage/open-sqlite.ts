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
] as const;

/** More than the stores have; lists of varying length are what would make it grow. */
const KEPT_STATEMENTS = 200;

export function openSqlite(path: string): SqliteDatabase {
  const database = new Database(path);
  try {
    for (const setting of SETTINGS) database.prepare(`pragma ${setting}`).all();
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    prepare: keepingStatements((sql) => database.prepare(sql)),
    close: () => {
      database.close();
    },
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
    // Every transaction here writes. Taking the write lock at once makes a second process wait its
    // turn; taking it half-way would fail at once, whatever the busy timeout.
    const statement = prepare(sql === 'begin' ? 'begin immediate' : sql);
    kept.set(sql, statement);
    return statement;
  };
}
