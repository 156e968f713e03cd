/** Opens a database, brings its tables up to date, and says plainly what to do where it cannot. */
import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { Kysely, type Dialect, type Migration } from 'kysely';
import { postgresDialect, sqliteDialect } from './dialect';
import { DatabaseError } from './database-error';
import { migrate } from './migrate';

export type Where =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'memory' }
  /** Programs that share a database keep apart by schema, each with migrations of its own. */
  | { readonly kind: 'postgres'; readonly url: string; readonly schema?: string };

/** @throws DatabaseError where the place cannot be used; it names the place and the way out */
export async function openDatabase<Tables>(
  where: Where,
  migrations: Readonly<Record<string, Migration>>,
): Promise<Kysely<Tables>> {
  const place = placeOf(where);
  let db: Kysely<Tables> | undefined;
  try {
    db = new Kysely<Tables>({ dialect: dialectOf(where) });
    await migrate(db, migrations, place, schemaOf(where));
    return db;
  } catch (error) {
    await db?.destroy();
    throw error instanceof DatabaseError ? error : complaint(where, place, error);
  }
}

const schemaOf = (where: Where): string =>
  where.kind === 'postgres' ? (where.schema ?? 'public') : 'main';

function dialectOf(where: Where): Dialect {
  switch (where.kind) {
    case 'file':
      prepareFolder(where.path);
      return sqliteDialect(where.path);
    case 'memory':
      return sqliteDialect(':memory:');
    case 'postgres':
      return postgresDialect(where.url, schemaOf(where));
  }
}

/** What people know the database by; never a password. */
function placeOf(where: Where): string {
  if (where.kind === 'memory') return 'memory';
  if (where.kind === 'file') return `"${where.path}"`;
  if (!URL.canParse(where.url)) return 'DATABASE_URL';
  const { host, pathname } = new URL(where.url);
  return `"postgresql://${host}${pathname}"`;
}

function prepareFolder(file: string): void {
  const folder = path.dirname(file);
  try {
    // Staff's words are in it: other accounts of the machine stay out.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new DatabaseError(
      `Cannot keep data in "${folder}": ${problemWithFolder(error)}. ` +
        'Set DATA_DIR to a folder that this program may write to.',
      error,
    );
  }
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
    throw new DatabaseError(
      `Cannot keep data in "${file}": it is a folder, but the database must be a file. ` +
        'Move it away, or set DATA_DIR to another folder.',
    );
  }
}

function problemWithFolder(error: unknown): string {
  switch (codeOf(error)) {
    case 'EEXIST':
    case 'ENOTDIR':
      return 'it is a file, or lies inside a file, not a folder';
    case 'EACCES':
    case 'EPERM':
      return 'this program may not write there';
    case 'EROFS':
      return 'the disk can only be read';
    case 'ENOSPC':
      return 'the disk is full';
    default:
      return messageOf(error);
  }
}

function complaint(where: Where, place: string, error: unknown): DatabaseError {
  if (where.kind === 'postgres') {
    return new DatabaseError(
      `Cannot use the database ${place}: ${messageOf(error)}. ` +
        'Check DATABASE_URL, and that the server is running and lets this program in.',
      error,
    );
  }
  return new DatabaseError(`Cannot keep data in ${place}: ${problemWithFile(error)}`, error);
}

function problemWithFile(error: unknown): string {
  switch (codeOf(error)) {
    case 'SQLITE_BUSY':
      return 'another program is using it. Stop that one, then start this one again.';
    case 'SQLITE_NOTADB':
      return 'it is not a database. Move the file away, or set DATA_DIR to another folder.';
    default:
      return `${messageOf(error)}. Mend the file, or set DATA_DIR to another folder.`;
  }
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

/** Some errors of the network have a code and no words. */
const messageOf = (error: unknown): string =>
  error instanceof Error && error.message !== '' ? error.message : String(codeOf(error) ?? error);
