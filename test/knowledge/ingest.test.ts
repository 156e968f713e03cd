import path from 'node:path';
import { readDocuments } from '../../knowledge';
import { aFolder, aPdf, clausesOf, FIXTURES } from './a-folder';

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
