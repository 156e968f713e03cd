/**
 * Takes a folder of an organisation's documents into the store: each whole or not at all. What
 * was imported from that folder before and is no longer in it is taken out.
 */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import {
  findDocuments,
  readOne,
  type DocumentStore,
  type FoundDocument,
  type OwnDocument,
} from '../../knowledge';

export interface ImportCount {
  imported: number;
  unchanged: number;
  refused: number;
  removed: number;
  /** Files that belong to saved web pages and hold no policy. */
  leftOut: number;
}

interface Import {
  readonly store: DocumentStore;
  readonly organisation: string;
  readonly now: () => Date;
  /** Told each file as it is settled. */
  readonly say: (line: string) => void;
}

/** @throws Error that says what to do where there is nothing to import */
export async function importDocuments(given: string, parts: Import): Promise<ImportCount> {
  const { folder, files, isWhole } = await filesAt(given);
  const { store, organisation, say } = parts;
  if (files.length === 0)
    throw new Error(
      `There are no files in "${folder}", so nothing was changed. To take documents out, use "policies -- remove NAME --organisation ${organisation}".`,
    );
  const before = new Map((await store.current(organisation)).map((one) => [one.name, one]));
  const count: ImportCount = { imported: 0, unchanged: 0, refused: 0, removed: 0, leftOut: 0 };
  for (const file of files) {
    const ending = await importOne(file, folder, before.get(file.file), parts);
    count[ending] += 1;
  }
  const there = new Set(files.map(({ file }) => file));
  const gone = [...before.values()].filter((one) => one.folder === folder && !there.has(one.name));
  for (const document of isWhole ? gone : []) {
    await removeDocument(document, parts);
    say(`removed    ${document.name}: it is no longer in the folder.`);
    count.removed += 1;
  }
  return count;
}

async function filesAt(
  given: string,
): Promise<{ folder: string; files: readonly FoundDocument[]; isWhole: boolean }> {
  const at = path.resolve(given);
  const about = await stat(at).catch(() => undefined);
  if (about === undefined)
    throw new Error(
      `There is no file or folder "${at}". Give the folder that holds the documents.`,
    );
  if (about.isDirectory()) return { folder: at, files: await findDocuments(at), isWhole: true };
  const file = { file: path.basename(at), path: at, bytes: about.size };
  return { folder: path.dirname(at), files: [file], isWhole: false };
}

async function importOne(
  found: FoundDocument,
  folder: string,
  before: OwnDocument | undefined,
  { store, organisation, now, say }: Import,
): Promise<keyof ImportCount> {
  const read = await readOne(found);
  if (read === undefined) return 'leftOut';
  if ('problem' in read) {
    const kept =
      before === undefined
        ? ''
        : ` Until then staff get the text that was imported on ${dayOf(before.at)}.`;
    say(`refused    ${read.file}: ${read.problem} ${read.remedy}${kept}`);
    return 'refused';
  }
  const { file: name, ...text } = read;
  const same =
    before?.folder === folder &&
    before.sha256 === text.sha256 &&
    JSON.stringify(before.sections) === JSON.stringify(text.sections);
  if (same) {
    say(`unchanged  ${name}`);
    return 'unchanged';
  }
  await store.add({ organisation, name, folder, ...text, at: now(), state: 'imported' });
  const parts = `${text.sections.length} ${text.sections.length === 1 ? 'section' : 'sections'}`;
  const instead =
    before === undefined || before.folder === folder
      ? ''
      : `, instead of the one from ${before.folder}`;
  say(`imported   ${name}: “${text.title}”, ${parts}${instead}`);
  return 'imported';
}

export const removeDocument = (
  document: OwnDocument,
  { store, now }: Pick<Import, 'store' | 'now'>,
): Promise<void> => store.add({ ...document, sections: [], at: now(), state: 'removed' });

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
