/** Where files are kept: in a folder beside a database file, else in the database itself. */
import path from 'node:path';
import type { Kysely } from 'kysely';
import type { FileKeep } from '../attachments/file-keep';
import { folderFiles } from './folder-files';
import type { KeptFilesTable } from './kept-files-table';
import type { Where } from './open-database';
import { tableFiles } from './table-files';

/** @param folder its name, beside the database file */
export const openFiles = <Tables extends KeptFilesTable>(
  where: Where,
  folder: string,
  db: Kysely<Tables>,
): FileKeep =>
  where.kind === 'file'
    ? folderFiles(path.join(path.dirname(where.path), folder))
    : tableFiles(db as unknown as Kysely<KeptFilesTable>); // it has this table among others
