/** An organisation's own documents as policies: whatever can be read, and why the rest cannot. */
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
import { toPolicy } from './to-policy';

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
    else policies.push(read);
  }
  return { policies: mergeByName(policies), problems };
}

async function readOne(found: FoundDocument): Promise<Policy | DocumentProblem | undefined> {
  const ending = path.extname(found.file).toLowerCase();
  const reader = READERS.get(ending);
  const told = (problem: string, remedy: string): DocumentProblem => ({
    file: found.file,
    problem,
    remedy,
  });
  if (reader === undefined) {
    if (FURNISHINGS.test(ending)) return undefined;
    const kind = ending === '' ? 'A file without an ending' : `A ${ending} file`;
    return told(
      `${kind} cannot be read.`,
      'Save it as Word (.docx), PDF, HTML, Markdown or plain text.',
    );
  }
  if (found.bytes > LARGEST) {
    const size = Math.ceil(found.bytes / MEGABYTE);
    return told(
      `The file has ${size} MB; the most is ${LARGEST / MEGABYTE} MB.`,
      'Take the pictures out, or split it into one file a policy.',
    );
  }
  try {
    const policy = toPolicy(found.file, await reader(await readFile(found.path)));
    return (
      policy ??
      told('The file holds no words.', 'Write the policy into it, or take it out of the folder.')
    );
  } catch (error) {
    if (error instanceof UnreadableDocument) return told(error.problem, error.remedy);
    throw error;
  }
}
