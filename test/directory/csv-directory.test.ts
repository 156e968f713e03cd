import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadCsvDirectory } from '../../bot/directory/csv-directory';
import { DirectoryFolderError } from '../../bot/directory/directory-error';
import { projectRoot } from '../../bot/project-root';
import { itIsADirectory } from '../contracts/directory';

const DATA = path.join(projectRoot(), 'bot/directory/data');

describe('the directory as a folder of files', () => {
  itIsADirectory(async () => loadCsvDirectory(DATA));
});

describe('the made-up system that comes with the project', () => {
  const directory = loadCsvDirectory(DATA);

  it('begins with the nurse on long days, five to ten years in service in 2026 and 2027', async () => {
    const [first] = await directory.people();

    expect(first).toMatchObject({ name: 'Ana Pires', organisation: 'fellbridge' });
    expect(first!.posts[0]).toMatchObject({ weeklyHours: 37.5, place: 'Ward 7', band: '5' });
    expect(first!.nhsServiceStart! <= '2020-11-21').toBe(true);
    expect(first!.nhsServiceStart! > '2017-12-31').toBe(true);
  });

  it('lets the ward manager act for Ana, Tom and Jin', async () => {
    const reports = await directory.reportsOf('grace-adeyemi');
    const names = reports.map(({ givenName }) => givenName);

    expect(names).toEqual(expect.arrayContaining(['Ana', 'Tom', 'Jin']));
  });

  it('has staff on every kind of terms, and someone with two employers', async () => {
    const people = await directory.people();
    const posts = people.flatMap((person) => person.posts);

    expect(new Set(posts.map(({ staffGroup }) => staffGroup)).size).toBe(5);
    expect(
      people.some((person) => new Set(person.posts.map((post) => post.organisation)).size > 1),
    ).toBe(true);
    expect(people.length).toBeGreaterThanOrEqual(40);
  });

  it('opens somebody with two employers by one account in both tenants', async () => {
    for (const person of await directory.people())
      for (const { organisation } of person.posts) {
        const { tenantId } = (await directory.organisation(organisation))!;
        expect(await directory.byAadObjectId(tenantId, person.aadObjectId)).toEqual(person);
      }
  });

  it('holds no real number and no real address of a person', () => {
    const contacts = readFileSync(path.join(DATA, 'contacts.csv'), 'utf8');
    const people = readFileSync(path.join(DATA, 'people.csv'), 'utf8');

    expect(contacts.match(/\d{5} \d{3} \d{3}/g)!.every((n) => n.startsWith('01632 960'))).toBe(
      true,
    );
    expect(people.match(/@[^,]+/g)!.every((domain) => domain.endsWith('.example'))).toBe(true);
  });
});

describe('a folder with mistakes', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'directory-'));
    cpSync(DATA, folder, { recursive: true });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const edit = (file: string, change: (text: string) => string) => {
    const name = path.join(folder, file);
    writeFileSync(name, change(readFileSync(name, 'utf8')));
  };
  const complaints = (): string[] => {
    try {
      loadCsvDirectory(folder);
      return [];
    } catch (error) {
      if (error instanceof DirectoryFolderError) return error.message.split('\n');
      throw error;
    }
  };

  it('is told everything at once, each with file and line', () => {
    edit('posts.csv', (text) =>
      text
        .replace('p001,ana-pires', 'p002,ana-pires')
        .replace(',helen-marsh,2018-06-04', ',nobody,2018-06-04')
        .replace('Porter,fellbridge', 'Porter,elsewhere'),
    );
    edit('contacts.csv', (text) => text.replace(/^vale,union.*\n/m, ''));

    expect(complaints()).toEqual([
      expect.stringMatching(/^posts\.csv:3: The id "p002" is already used on line 2\./),
      expect.stringMatching(/^posts\.csv:3: The manager "nobody" does not exist\. Add the person/),
      expect.stringMatching(/^posts\.csv:\d+: The organisation "elsewhere" does not exist\./),
      'organisations.csv:3: "vale" has no contact of the kind "union". Add one to contacts.csv.',
    ]);
  });

  it.each([
    ['posts.csv', 'agenda-for-change', 'afc', /^posts\.csv:2: "staffGroup" is "afc"\. It must be/],
    ['posts.csv', '37.5', '375', /^posts\.csv:2: "weeklyHours" is "375"\. It must be hours/],
    ['posts.csv', '37.5', '', /^posts\.csv:2: "weeklyHours" is ""\. It must be the contracted/],
    ['posts.csv', 'weeklyHours', 'hrs', /^posts\.csv:2: The column "weeklyHours" is missing/],
    ['people.csv', 'desk-agent', 'boss', /^people\.csv:20: "roles".*unknown role "boss"/],
    ['people.csv', '2020-09-14', '14/09/2020', /"nhsServiceStart" is "14\/09\/2020"/],
    ['people.csv', ',dilip-rao,,', ',dilip-rao,soon,', /^people\.csv:3: "awayFrom" is "soon"/],
    ['people.csv', ',dilip-rao,,', ',Dilip Rao,,', /^people\.csv:3: "delegate" is "Dilip Rao"/],
    ['contacts.csv', 'Mon-Fri 08:30-17:00', '9 to 5', /^contacts\.csv:2: "hours" is "9 to 5"/],
    ['helplines.json', '"116 123"', '"one one six"', /^helplines\.json:\d+: "2\.phone" is wrong/],
  ])('names the cell that is wrong: %s, %s', (file, right, wrong, expected) => {
    edit(file, (text) => text.replace(right, wrong));

    expect(complaints()[0]).toMatch(expected);
  });

  it('says who is used twice by Entra id, whatever the case of its letters', () => {
    edit('people.csv', (text) => {
      const [, ana = ''] = /^ana-pires,.*example,([^,]+),/m.exec(text) ?? [];
      return text.replace(/^(tom-okafor,.*example,)[^,]+/m, `$1${ana.toUpperCase()}`);
    });

    expect(complaints()).toEqual([expect.stringMatching(/^people\.csv:4: The aadObjectId "/)]);
  });

  it('says who is in a loop of managers, once', () => {
    edit('posts.csv', (text) =>
      text.replace(
        /^(p\d+,edmund-vasey,.*,)(,2019-04-01,)$/m,
        (_, start: string, end: string) => `${start}helen-marsh${end}`,
      ),
    );

    const said = complaints();
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('helen-marsh → ruth-calloway → edmund-vasey → helen-marsh');
  });

  it('says who has no post', () => {
    edit('posts.csv', (text) => text.replace(/^.*,leon-whitfield,.*\n/m, ''));

    expect(complaints()).toEqual([expect.stringContaining('"leon-whitfield" holds no post.')]);
  });

  it.each([
    ['nobody,,', 'The delegate "nobody" does not exist. Add the person, or correct the id.'],
    [
      'grace-adeyemi,,',
      '"grace-adeyemi" is their own delegate. Name somebody else, or leave it empty.',
    ],
    [
      'dilip-rao,2026-12-02,2026-12-01',
      '"grace-adeyemi" is away until 2026-12-01, which is before 2026-12-02. Write the first day in awayFrom and the last in awayUntil.',
    ],
    [
      ',,2026-12-01',
      '"grace-adeyemi" is away until 2026-12-01, but it is not said from when. Write the first day in awayFrom and the last in awayUntil.',
    ],
  ])('says what is wrong with being away: %s', (cells, expected) => {
    edit('people.csv', (text) => text.replace('dilip-rao,,', cells));

    expect(complaints()).toEqual([`people.csv:3: ${expected}`]);
  });

  it('does without the columns on being away', () => {
    const withoutThem = (line: string) => line.split(',').slice(0, 7).join(',');
    edit('people.csv', (text) => text.split('\n').map(withoutThem).join('\n'));

    expect(complaints()).toEqual([]);
  });

  it('says which file is missing or in another encoding', () => {
    rmSync(path.join(folder, 'posts.csv'));
    writeFileSync(path.join(folder, 'people.csv'), Buffer.from([0x69, 0x64, 0x0a, 0xe9]));

    expect(complaints()).toEqual([
      'people.csv:1: The file is not UTF-8. Save it as "CSV UTF-8".',
      expect.stringMatching(/^posts\.csv:1: The file cannot be opened\./),
    ]);
  });

  it('ignores columns it does not know', () => {
    edit('people.csv', (text) =>
      text
        .trim()
        .split('\n')
        .map((line, i) => (i === 0 ? `payroll,${line}` : `${i},${line}`))
        .join('\n'),
    );

    expect(complaints()).toEqual([]);
  });
});
