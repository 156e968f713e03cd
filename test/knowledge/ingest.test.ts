import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readDocuments } from '../../knowledge';

const FIXTURES = path.join(__dirname, 'documents');

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

function aFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'documents-'));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

async function clausesOf(folder: string): Promise<Record<string, string>> {
  const { policies } = await readDocuments(folder);
  return Object.fromEntries(
    policies.flatMap(({ clauses }) => clauses.map(({ id, text }) => [id, text])),
  );
}

const read = async (name: string, content: string | Uint8Array): Promise<Record<string, string>> =>
  clausesOf(aFolder({ [name]: content }));

describe('reading Markdown', () => {
  it('makes a clause of each heading, under the path and GitHub’s anchor', async () => {
    const folder = aFolder({
      'people/Leave (new).md': '# Leave\n\n## Carry over & more!\n\nFive days.\n',
    });
    const { policies } = await readDocuments(folder);

    expect(policies).toMatchObject([
      {
        meta: { id: 'people/Leave (new)', title: 'Leave' },
        clauses: [
          {
            id: 'people/Leave (new)#carry-over--more',
            policy: 'people/Leave (new)',
            policyTitle: 'Leave',
            heading: 'Carry over & more!',
            version: null,
            url: null,
            file: 'people/Leave (new).md',
            line: 3,
          },
        ],
      },
    ]);
  });

  it('numbers repeated headings and names a nested one by its path', async () => {
    const folder = aFolder({ 'a.md': '# T\n## Pay\nOne.\n## Leave\nTwo.\n### Pay\nThree.\n' });
    const [policy] = (await readDocuments(folder)).policies;

    expect(policy?.clauses.map(({ id, question }) => [id, question])).toEqual([
      ['a#pay', 'Pay'],
      ['a#leave', 'Leave'],
      ['a#pay-1', 'Leave: Pay'],
    ]);
  });

  it('gives words before the first heading a section named after the title', async () => {
    const text = '---\ntitle: Time off\nowner: [broken\n---\nHello.\n\n## More\n\nWords.\n';

    expect(await read('x.md', text.replace('owner: [broken\n', ''))).toEqual({
      'x#time-off': 'Hello.',
      'x#more': 'Words.',
    });
    expect(await read('long-name.md', text)).toMatchObject({ 'long-name#long-name': 'Hello.' });
  });

  it('tells each row of a table with the names of its columns', async () => {
    const text = '# T\n\n| Service | Days |\n|---|---|\n| 5 years | 29 |\n| 10 years | 33 |\n';

    expect(await read('t.md', text)).toEqual({
      't#t': '- Service: 5 years; Days: 29\n- Service: 10 years; Days: 33',
    });
  });

  it('lets nothing through that can run, hide or pass for a citation', async () => {
    const text =
      '# T\n\n<script>alert(1)</script><p onclick="x">Ask [1] us.\u202e\u200b</p>\n\n[home](javascript:x) ![y](z)\n';

    expect(await read('t.md', text)).toEqual({ 't#t': 'Ask (1) us.\n\n[home] (javascript:x)' });
  });
});

describe('reading other kinds', () => {
  it.each([
    ['Windows-1252', Buffer.from('Caf\xe9 \x93rules\x94', 'latin1')],
    ['UTF-16 with a mark', Buffer.from('\ufeffCafé “rules”', 'utf16le')],
    ['UTF-16 without one', Buffer.from('Café “rules”', 'utf16le')],
    ['UTF-8', Buffer.from('Café “rules”')],
  ])('reads text written in %s', async (_, bytes) => {
    expect(Object.values(await read('a.txt', bytes))).toEqual(['Café “rules”']);
  });

  it('reads a page of an intranet without its furniture', async () => {
    const clauses = await clausesOf(path.join(FIXTURES, 'quayside'));
    const all = Object.values(clauses).join('\n');

    expect(all).not.toMatch(/cookie|track|Skip to|Season ticket|search/i);
    expect(clauses['people/pay#unsocial-hours']).toContain(
      '- Band 3; Nights and Saturdays: 35%; Sundays and bank holidays: 69%',
    );
    expect(clauses['people/pay#car-parking']).toContain('**What does a permit cost?**');
  });

  it('reads Word: headings, lists, tables, what was inserted and not what was deleted, footnotes in place', async () => {
    const clauses = await clausesOf(path.join(FIXTURES, 'hollin'));

    expect(clauses['crew-handbook#finishing-late']).toContain('paid at time and a half.');
    expect(clauses['crew-handbook#licence']).toContain(
      'every six months (Staff who joined before 2010 may keep category B.).',
    );
    expect(clauses['crew-handbook#leave']).toContain('Bereavement; How long: Up to 6 days');
    expect(clauses['crew-handbook#uniform-and-equipment']).toContain(
      '- One pair of boots each year',
    );
  });

  it('takes bold lines for headings where a Word or HTML file has no others', async () => {
    const html = '<p><b>Parking</b></p><p>Zone C.</p><p><b>Lockers</b></p><p>Ask reception.</p>';

    expect(await read('a.html', html)).toEqual({
      'a#parking': 'Zone C.',
      'a#lockers': 'Ask reception.',
    });
  });

  it('takes a bold line above all headings for the title, and names columns by both rows of a heading', async () => {
    const html =
      '<p><b>Leave rules</b></p><h1>Hours</h1><p>Ask.</p><h1>Days</h1><table><tr><th>Group</th><th colspan="2">Leave</th></tr>' +
      '<tr><td></td><td>Days</td><td>Bank holidays</td></tr>' +
      '<tr><td rowspan="2">Nurses</td><td>28</td><td>8</td></tr><tr><td>30</td><td>8</td></tr></table>';
    const [policy] = (await readDocuments(aFolder({ 'a.html': html }))).policies;

    expect(policy?.meta.title).toBe('Leave rules');
    expect(policy?.clauses.map(({ text }) => text)).toEqual([
      'Ask.',
      '- Group: Nurses; Leave Days: 28; Leave Bank holidays: 8\n- Group: Nurses; Leave Days: 30; Leave Bank holidays: 8',
    ]);
  });

  it('leaves out what stands at the head and foot of both pages of a PDF', async () => {
    const page = (words: string): string =>
      `BT /F1 8 Tf 1 0 0 1 50 800 Tm (Northmoor leave policy v3) Tj 1 0 0 1 50 30 Tm (Not controlled when printed) Tj /F1 12 Tf 1 0 0 1 50 700 Tm (${words}) Tj ET`;
    const clauses = await read(
      'a.pdf',
      aPdf([page('You book leave six weeks ahead.'), page('You may carry five days over.')]),
    );

    expect(Object.values(clauses).join(' ')).toBe(
      'You book leave six weeks ahead.\n\nYou may carry five days over.',
    );
  });

  it('guesses the headings of a PDF from size and weight, and reads its lists and tables', async () => {
    const clauses = await clausesOf(path.join(FIXTURES, 'larkfield'));

    expect(Object.keys(clauses)).toEqual(
      expect.arrayContaining([
        'attendance-procedure#3-sick-pay',
        'attendance-procedure#11-keeping-in-touch',
        'attendance-procedure#52-phased-return',
      ]),
    );
    expect(clauses['attendance-procedure#3-sick-pay']).toContain(
      'Length of service: 6 months to 2 years; Full pay: 6 weeks; Half pay: 6 weeks',
    );
    expect(clauses['attendance-procedure#4-trigger-points']).toContain('- three separate absences');
  });

  it('reads plain text with numbered headings and words set in columns', async () => {
    const clauses = await clausesOf(path.join(FIXTURES, 'larkfield'));

    expect(clauses['expenses#3-meals-and-overnight-stays']).toContain('- Evening meal: up to £18');
  });
});

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

/** @param pages what is drawn on each, in the PDF's own language */
function aPdf(pages: readonly string[]): string {
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
