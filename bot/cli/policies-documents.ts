/** `policies -- import`, `documents` and `remove`: an organisation's own documents, while the assistant runs or not. */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { DocumentStore } from '../../knowledge';
import { today } from '../calendar/days';
import { readDataSettings } from '../config';
import { databaseOf } from '../database-of';
import { readOrganisations } from '../directory/read-organisations';
import { projectRoot } from '../project-root';
import { createStores } from '../storage/create-stores';
import { migrations } from '../storage/migrations';
import { openDatabase } from '../storage/open-database';
import type { AssistantTables } from '../storage/tables';
import { importDocuments, removeDocument } from './import-documents';

type Given = { readonly organisation: string; readonly name: string | undefined } | undefined;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const now = (): Date => new Date();

export async function importCommand(args: readonly string[]): Promise<number> {
  const given = read(args, 1);
  const { organisation, name: place } = given ?? {};
  if (organisation === undefined || place === undefined) return 2;
  return withDocuments(organisation, async (store) => {
    const count = await importDocuments(place, { store, organisation, now, say });
    const leftOut = count.leftOut > 0 ? `; ${count.leftOut} files of web pages left out` : '';
    say(
      `${count.imported} imported, ${count.unchanged} unchanged, ${count.removed} removed, ${count.refused} refused${leftOut}`,
    );
    return count.refused === 0 ? 0 : 1;
  });
}

export async function documentsCommand(args: readonly string[]): Promise<number> {
  const given = read(args, 0);
  if (given === undefined) return 2;
  return withDocuments(given.organisation, async (store) => {
    const documents = await store.current(given.organisation);
    for (const { name, title, sections, at, folder } of documents)
      say(`${name}: “${title}”, ${sections.length} sections, imported ${today(at)} from ${folder}`);
    say(`${documents.length} documents of ${given.organisation}`);
    return 0;
  });
}

export async function removeCommand(args: readonly string[]): Promise<number> {
  const given = read(args, 1);
  const { organisation, name } = given ?? {};
  if (organisation === undefined || name === undefined) return 2;
  return withDocuments(organisation, async (store) => {
    const document = (await store.current(organisation)).find((one) => one.name === name);
    if (document === undefined)
      throw new Error(
        `${organisation} has no document "${name}". "policies -- documents --organisation ${organisation}" lists them.`,
      );
    await removeDocument(document, { store, now });
    say(`removed    ${name}: staff are no longer told what it says.`);
    return 0;
  });
}

/** @param most how many words may stand beside the option: none, or one */
function read(args: readonly string[], most: 0 | 1): Given {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { organisation: { type: 'string' } },
      allowPositionals: true,
    });
    const { organisation } = values;
    if (organisation === undefined || positionals.length !== most) return undefined;
    return { organisation, name: positionals[0] };
  } catch {
    return undefined;
  }
}

/** @throws Error for an organisation that is not in the directory, or a database that cannot be used */
async function withDocuments(
  organisation: string,
  use: (store: DocumentStore) => Promise<number>,
): Promise<number> {
  process.umask(0o077); // as the assistant does: the database holds staff's words too
  const settings = readDataSettings(process.env);
  const organisations = readOrganisations(
    settings.DIRECTORY_DIR ?? path.join(projectRoot(), 'bot', 'directory', 'data'),
  );
  if (!organisations.some(({ id }) => id === organisation)) {
    const known = organisations.map(({ id }) => id).join(', ');
    throw new Error(`Unknown organisation "${organisation}"; the organisations are: ${known}`);
  }
  const db = await openDatabase<AssistantTables>(databaseOf(settings, 'assistant.db'), migrations);
  const stores = createStores(db, { newId: randomUUID });
  try {
    return await use(stores.documents);
  } finally {
    await stores.close();
    await db.destroy();
  }
}
