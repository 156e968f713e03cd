/** The table that holds what is in files, where several replicas share a database and no disk. */
import type { Kysely } from 'kysely';
import { isPostgres } from './dialect';

export interface KeptFilesTable {
  kept_file: {
    id: string;
    /** When it was put. */
    at: string;
    bytes: Uint8Array;
  };
}

export async function createKeptFilesTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('kept_file')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('bytes', isPostgres(db) ? 'bytea' : 'blob', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('kept_file_at').on('kept_file').column('at').execute();
}
