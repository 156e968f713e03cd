/** Folders with documents in them, gone after the tests. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readDocuments } from '../../knowledge';

export const FIXTURES = path.join(__dirname, 'documents');

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

export function aFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'documents-'));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

export async function clausesOf(folder: string): Promise<Record<string, string>> {
  const { policies } = await readDocuments(folder);
  return Object.fromEntries(
    policies.flatMap(({ clauses }) => clauses.map(({ id, text }) => [id, text])),
  );
}

/** @param pages what is drawn on each, in the PDF's own language */
export function aPdf(pages: readonly string[]): string {
  const numbers = pages.map((_, index) => 10 + 2 * index);
  return [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    `2 0 obj<</Type/Pages/Kids[${numbers.map((own) => `${own} 0 R`).join(' ')}]/Count ${pages.length}>>endobj`,
    '3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj',
    ...pages.flatMap((drawn, index) => [
      `${10 + 2 * index} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 850]/Resources<</Font<</F1 3 0 R>>>>/Contents ${11 + 2 * index} 0 R>>endobj`,
      `${11 + 2 * index} 0 obj<</Length ${drawn.length}>>stream\n${drawn}\nendstream endobj`,
    ]),
    'trailer<</Root 1 0 R>>',
  ].join('\n');
}
