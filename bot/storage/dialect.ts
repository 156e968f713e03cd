/** All that differs between SQLite and PostgreSQL, so that each store is written once. */
import {
  PostgresAdapter,
  PostgresDialect,
  sql,
  SqliteDialect,
  type CreateTableBuilder,
  type Dialect,
  type Kysely,
  type SelectQueryBuilder,
} from 'kysely';
import { DatabaseError, Pool, types } from 'pg';
import { openSqlite } from './open-sqlite';

export const sqliteDialect = (path: string): Dialect =>
  new SqliteDialect({ database: openSqlite(path) });

export function postgresDialect(url: string, schema: string): Dialect {
  const pool = new Pool({
    connectionString: url,
    options: `-c search_path="${schema}"`,
    connectionTimeoutMillis: 10_000,
    types: {
      // Its driver would hand over a `bigint` as text.
      getTypeParser: (id, format): unknown =>
        id === types.builtins.INT8 ? Number : types.getTypeParser(id, format),
    },
  });
  // An idle connection that breaks is replaced by the pool; unheard, the event would end the process.
  pool.on('error', () => undefined);
  return new PostgresDialect({ pool });
}

/** A database or a transaction, whatever its tables. */
type Open = Pick<Kysely<unknown>, 'getExecutor'>;

export const isPostgres = (db: Open): boolean =>
  db.getExecutor().adapter instanceof PostgresAdapter;

/** Keeps other processes out until the transaction ends. SQLite's write lock does so already. */
export async function holdMigrations(tx: Open, schema: string): Promise<void> {
  if (!isPostgres(tx)) return;
  await sql`select pg_advisory_xact_lock(hashtext(${`people-services:${schema}`}))`.execute(tx);
  await sql`create schema if not exists ${sql.id(schema)}`.execute(tx);
}

/** A table whose rows are numbered by the database in rising order. */
export const createNumberedTable = <Name extends string>(
  db: Kysely<unknown>,
  name: Name,
): CreateTableBuilder<Name> =>
  isPostgres(db)
    ? db.schema
        .createTable(name)
        .addColumn('sequence', 'bigint', (column) =>
          column.generatedAlwaysAsIdentity().primaryKey(),
        )
    : db.schema
        .createTable(name)
        .addColumn('sequence', 'integer', (column) => column.primaryKey().autoIncrement());

/** Takes the rows for this statement alone and passes over those that another process has taken. */
export const takeUnlocked = <Tables, From extends keyof Tables, Row>(
  db: Open,
  rows: SelectQueryBuilder<Tables, From, Row>,
): SelectQueryBuilder<Tables, From, Row> => (isPostgres(db) ? rows.forUpdate().skipLocked() : rows);

/** Holds the rows until the transaction ends. SQLite has one writer at a time and need not. */
export const hold = <Tables, From extends keyof Tables, Row>(
  db: Open,
  rows: SelectQueryBuilder<Tables, From, Row>,
): SelectQueryBuilder<Tables, From, Row> => (isPostgres(db) ? rows.forUpdate() : rows);

/** A text within JSON that is kept as text; null where there is none. */
export const textIn = (db: Open, column: string, path: readonly string[]) =>
  isPostgres(db)
    ? sql<string | null>`cast(${sql.ref(column)} as json) #>> ${`{${path.join(',')}}`}::text[]`
    : sql<string | null>`json_extract(${sql.ref(column)}, ${`$.${path.join('.')}`})`;

/** PostgreSQL ended this transaction for the sake of another one: it can be taken again. */
export const lostToAnother = (error: unknown): boolean =>
  error instanceof DatabaseError && (error.code === '40001' || error.code === '40P01');
