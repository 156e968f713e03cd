/** An organisation's own documents as policies: whatever can be read, and why the rest cannot. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Policy } from '../policies/schema';
import type { ReadDocument } from './block';
import { decodeText } from './decode-text';
import { type DocumentProblem, UnreadableDocument } from './document-problem';
import { findDocuments, type FoundDocument } from './find-documents';
import { mergeByName } from './merge-by-name';
import { readHtml } from './read-html';
import { readMarkdown } from './read-markdown';
import { readPdf } from './read-pdf';
import { readPlainText } from './read-plain-text';
import { readWord } from './read-word';
import type { ReadSections } from './own-document';
import { toPolicy, toSections, withoutEnding } from './to-policy';

export interface DocumentSet {
  readonly policies: readonly Policy[];
  readonly problems: readonly DocumentProblem[];
}

type Reader = (bytes: Uint8Array) => ReadDocument | Promise<ReadDocument>;

const MEGABYTE = 1_000_000;
const LARGEST = 20 * MEGABYTE;
const markdown: Reader = (bytes) => readMarkdown(decodeText(bytes));
const html: Reader = (bytes) => readHtml(decodeText(bytes));
const READERS: ReadonlyMap<string, Reader> = new Map([
  ['.md', markdown],
  ['.markdown', markdown],
  ['.html', html],
  ['.htm', html],
  ['.txt', (bytes) => readPlainText(decodeText(bytes))],
  ['.docx', readWord],
  ['.pdf', readPdf],
]);
/** What a saved web page brings along; nobody expects an answer from these. */
const FURNISHINGS =
  /^\.(?:css|js|mjs|map|json|xml|svg|ico|png|jpe?g|gif|webp|woff2?|ttf|eot|mp[34])$/;

/** @throws where the folder itself cannot be read */
export async function readDocuments(folder: string): Promise<DocumentSet> {
  const policies: Policy[] = [];
  const problems: DocumentProblem[] = [];
  for (const found of await findDocuments(folder)) {
    const read = await readOne(found);
    if (read === undefined) continue;
    if ('problem' in read) problems.push(read);
    else policies.push(toPolicy(read.file, withoutEnding(read.file), read));
  }
  return { policies: mergeByName(policies), problems };
}

/** One file of a folder, read. */
export interface ReadFile extends ReadSections {
  readonly file: string;
  readonly sha256: string;
}

/** @returns undefined for what belongs to a saved web page, and nobody expects an answer from */
export async function readOne(
  found: FoundDocument,
): Promise<ReadFile | DocumentProblem | undefined> {
  const { file } = found;
  const ending = path.extname(file).toLowerCase();
  const reader = READERS.get(ending);
  if (reader === undefined && FURNISHINGS.test(ending)) return undefined;
  try {
    if (reader === undefined) throw unknownKind(ending);
    if (found.bytes === 0) throw empty();
    if (found.bytes > LARGEST) throw tooLarge(found.bytes);
    const bytes = await bytesOf(found);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const read = toSections(file, await reader(bytes));
    if (read === undefined) throw empty();
    return { file, sha256, ...read };
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    return { file, problem: error.problem, remedy: error.remedy };
  }
}

async function bytesOf({ path: where }: FoundDocument): Promise<Buffer> {
  try {
    return await readFile(where);
  } catch {
    throw new UnreadableDocument(
      'The file may not be read by this program, or has just gone.',
      'Let this program read it, or take it out of the folder.',
    );
  }
}

const unknownKind = (ending: string): UnreadableDocument =>
  new UnreadableDocument(
    `${ending === '' ? 'A file without an ending' : `A ${ending} file`} cannot be read.`,
    'Save it as Word (.docx), PDF, HTML, Markdown or plain text.',
  );

const tooLarge = (bytes: number): UnreadableDocument =>
  new UnreadableDocument(
    `The file has ${Math.ceil(bytes / MEGABYTE)} MB; the most is ${LARGEST / MEGABYTE} MB.`,
    'Take the pictures out, or split it into one file a policy.',
  );

const empty = (): UnreadableDocument =>
  new UnreadableDocument(
    'The file holds no words.',
    'Write the policy into it, or take it out of the folder.',
  );
