/** Where the settings keep the data: in a file of DATA_DIR, or in a schema of DATABASE_URL. */
import path from 'node:path';
import type { DataSettings } from './config';
import type { Where } from './storage/open-database';

/** @param schema for a program that shares the database with the assistant */
export function databaseOf(
  { DATABASE_URL: url, DATA_DIR: folder }: DataSettings,
  file: string,
  schema?: string,
): Where {
  if (url === undefined) return { kind: 'file', path: path.join(folder, file) };
  return { kind: 'postgres', url, ...(schema === undefined ? {} : { schema }) };
}
