import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importDocuments, type ImportCount } from '../../bot/cli/import-documents';
import { createMemoryDocuments, type DocumentStore } from '../../knowledge';

const NOON = new Date('2026-11-23T12:00:00Z');

describe('importing a folder of documents', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'import-'));
  let store: DocumentStore;
  let told: string[];

  beforeEach(() => {
    rmSync(folder, { recursive: true });
    mkdirSync(path.join(folder, 'people'), { recursive: true });
    store = createMemoryDocuments();
    put('people/leave.md', '# Leave\n\n## Carry over\n\nFive days.\n');
    put('sick.txt', 'Ring by 8 in the morning.');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  function put(name: string, content: string): void {
    writeFileSync(path.join(folder, name), content);
  }
  async function importAll(place = folder): Promise<ImportCount> {
    told = [];
    const say = (line: string): void => void told.push(line);
    return importDocuments(place, { store, organisation: 'vale', now: () => NOON, say });
  }
  const names = async (): Promise<string[]> =>
    (await store.current('vale')).map(({ name }) => name);

  it('says of each file what became of it', async () => {
    put('broken.pdf', 'no pdf');
    put('style.css', 'p {}');

    expect(await importAll()).toEqual({
      imported: 2,
      unchanged: 0,
      refused: 1,
      removed: 0,
      leftOut: 1,
    });
    expect(told).toEqual([
      'refused    broken.pdf: The PDF is damaged, or is not a PDF. Save it again as PDF from the program that wrote it.',
      'imported   people/leave.md: “Leave”, 1 section',
      'imported   sick.txt: “Sick”, 1 section',
    ]);
    expect(await names()).toEqual(['people/leave.md', 'sick.txt']);
  });

  it('changes nothing where nothing changed', async () => {
    await importAll();
    const before = await store.version('vale');

    expect(await importAll()).toMatchObject({ imported: 0, unchanged: 2 });
    expect(await store.version('vale')).toBe(before);
  });

  it('replaces what changed and takes out what is gone', async () => {
    await importAll();
    put('sick.txt', 'Ring by 7 in the morning.');
    rmSync(path.join(folder, 'people'), { recursive: true });

    expect(await importAll()).toMatchObject({ imported: 1, removed: 1 });
    expect(await names()).toEqual(['sick.txt']);
    expect((await store.current('vale'))[0]?.sections[0]?.text).toContain('by 7');
  });

  it('keeps the text of a file that can no longer be read, and says so', async () => {
    await importAll();
    put('sick.txt', '\n');
    await importAll();

    expect(told[1]).toMatch(
      /^refused {4}sick\.txt: The file holds no words\. .* Until then staff get the text that was imported on 2026-11-23\./,
    );
    expect(await names()).toContain('sick.txt');
  });

  it('takes one file by itself, and leaves the others', async () => {
    await importAll();
    put('sick.txt', 'Ring by 6.');

    expect(await importAll(path.join(folder, 'sick.txt'))).toMatchObject({
      imported: 1,
      removed: 0,
    });
    expect(await names()).toEqual(['people/leave.md', 'sick.txt']);
  });

  it('leaves what another folder brought', async () => {
    const other = mkdtempSync(path.join(tmpdir(), 'import-other-'));
    writeFileSync(path.join(other, 'dress.md'), '# Dress\n\nBare below the elbow.\n');
    await importAll(other);
    rmSync(other, { recursive: true });

    expect(await importAll()).toMatchObject({ imported: 2, removed: 0 });
    expect(await names()).toContain('dress.md');
  });

  it('takes nothing out for a folder that is empty or not there: a share may not be mounted', async () => {
    await importAll();
    rmSync(path.join(folder, 'people'), { recursive: true });
    rmSync(path.join(folder, 'sick.txt'));

    await expect(importAll()).rejects.toThrow(/There are no files in .* so nothing was changed/);
    await expect(importAll(path.join(folder, 'gone'))).rejects.toThrow(
      /There is no file or folder/,
    );
    expect(await names()).toHaveLength(2);
  });
});
