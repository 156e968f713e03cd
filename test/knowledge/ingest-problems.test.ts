import { copyFileSync, symlinkSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { readDocuments } from '../../knowledge';
import { aFolder, aPdf, clausesOf, FIXTURES } from './a-folder';

describe('what cannot be read', () => {
  it('is one clear problem a file, and the others are read', async () => {
    const folder = aFolder({
      'broken.docx': 'no zip',
      'old.docx': Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
      'broken.pdf': 'no pdf',
      'empty.md': '\n',
      'empty.pdf': '',
      'rota.xlsx': 'PK',
      'text.txt': Buffer.from([0, 1, 2, 0, 0, 3, 0, 0]),
      'good.md': '# Good\n\nWords.\n',
      'style.css': 'p{}',
      '.hidden.md': '# No',
      '~$good.docx': 'lock',
      'large.pdf': '',
    });
    truncateSync(path.join(folder, 'large.pdf'), 20_000_001);
    const { policies, problems } = await readDocuments(folder);

    expect(policies.map(({ meta }) => meta.id)).toEqual(['good']);
    expect(problems.map(({ file, problem }) => `${file}: ${problem}`)).toEqual([
      'broken.docx: The file is damaged, or is not a Word document.',
      'broken.pdf: The PDF is damaged, or is not a PDF.',
      'empty.md: The file holds no words.',
      'empty.pdf: The file holds no words.',
      'large.pdf: The file has 21 MB; the most is 20 MB.',
      'old.docx: The file has a password, or was written by Word before 2007.',
      'rota.xlsx: A .xlsx file cannot be read.',
      'text.txt: The file is not text, whatever its name says.',
    ]);
    for (const { remedy } of problems) expect(remedy).toMatch(/^[A-Z].+\.$/);
  });

  it('says that a PDF has a password', async () => {
    const locked = aPdf([''])
      .replace('trailer<<', 'trailer<</Encrypt 9 0 R/ID[(0123456789abcdef)(0123456789abcdef)]')
      .replace(
        'trailer',
        `9 0 obj<</Filter/Standard/V 1/R 2/O(${'0'.repeat(32)})/U(${'1'.repeat(32)})/P -44>>endobj\ntrailer`,
      );
    const { problems } = await readDocuments(aFolder({ 'locked.pdf': locked }));

    expect(problems).toMatchObject([{ file: 'locked.pdf', problem: 'The PDF has a password.' }]);
  });

  it('says that a scanned PDF has no text', async () => {
    const { problems } = await readDocuments(aFolder({ 'scan.pdf': aPdf(['']) }));

    expect(problems).toMatchObject([
      { file: 'scan.pdf', problem: 'The PDF holds pictures of pages and no text: it was scanned.' },
    ]);
  });

  it('does not follow a link out of the folder', async () => {
    const folder = aFolder({ 'in.md': '# In\n\nHere.\n' });
    symlinkSync(FIXTURES, path.join(folder, 'out'));
    symlinkSync(folder, path.join(folder, 'round'));

    expect(Object.keys(await clausesOf(folder))).toEqual(['in#in']);
  });

  it('reads the same policy saved twice under one name once', async () => {
    const folder = aFolder({ 'a.md': '# A\n\nSame.\n', 'a.txt': 'Same.\n\nOther.\n' });
    copyFileSync(path.join(folder, 'a.md'), path.join(folder, 'a.markdown'));

    expect(await clausesOf(folder)).toEqual({ 'a#a': 'Same.', 'a#a-1': 'Same.\n\nOther.' });
  });

  it('names a page nested without end', async () => {
    const { problems, policies } = await readDocuments(
      aFolder({ 'deep.html': '<div>'.repeat(200_000) + 'x' }),
    );

    expect(policies).toEqual([]);
    expect(problems).toMatchObject([{ file: 'deep.html' }]);
  });
});
