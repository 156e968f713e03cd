import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { itIsADirectory } from '../contracts/directory';
import { directory as asFiles } from '../support/directory';
import { accountIn, editTable, tenantOf } from '../support/people-in-graph';
import { aHospital, ANA, FELLBRIDGE, GRACE, type Hospital } from './graph-hospital';

let hospital: Hospital;
beforeEach(async () => {
  hospital = await aHospital();
});
afterEach(() => hospital.close());

const change = (id: string, to: Parameters<Hospital['graph']['change']>[2]) => {
  hospital.graph.change(FELLBRIDGE, id, to);
};
const open = () => hospital.open();
const person = async (id: string) => (await open()).directory.person(id);
const keptOut = async () => (await open()).first.keptOut;
const aGuid = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;
const nobodyKeptOut = {
  disabled: 0,
  guests: 0,
  unclear: 0,
  withoutAccount: 0,
  incompletePosts: 0,
  withoutPost: 0,
  unknownManagers: 0,
  managersInLoops: 0,
  unknownDelegates: 0,
};

describe('the directory from Microsoft Graph', () => {
  itIsADirectory(async () => (await open()).directory);

  it('knows the same of everybody as the folder of files does', async () => {
    const { directory, first } = await open();

    expect(await directory.people()).toEqual(await asFiles.people());
    expect(await directory.organisations()).toEqual(await asFiles.organisations());
    expect(first.keptOut).toEqual(nobodyKeptOut);
  });

  it('asks for what it needs and for nothing else', async () => {
    await open();

    expect(hospital.graph.selected.toSorted()).toEqual([
      'accountEnabled',
      'department',
      'displayName',
      'employeeHireDate',
      'employeeId',
      'givenName',
      'id',
      'jobTitle',
      'mail',
      'manager',
      'officeLocation',
      'surname',
      'userPrincipalName',
      'userType',
    ]);
  });
});

describe('who is let in', () => {
  it.each([
    ['is blocked', { accountEnabled: false }, 'disabled'],
    ['is neither open nor blocked', { accountEnabled: null }, 'disabled'],
    ['has no number', { employeeId: null }, 'withoutAccount'],
    ['belongs to a guest', { userType: 'Guest' }, 'guests'],
  ] as const)('is nobody whose account %s', async (_, to, why) => {
    change(ANA, to);

    const { directory, first } = await open();
    expect(await directory.person('ana-pires')).toBeUndefined();
    expect(await directory.byAadObjectId(FELLBRIDGE, ANA)).toBeUndefined();
    expect(first.keptOut).toEqual({ ...nobodyKeptOut, [why]: 1 });
  });

  it('is a guest whom the staff record names', async () => {
    change(ANA, { userType: 'Guest', employeeId: null });
    editTable(hospital.folder, 'people.csv', (rows) =>
      rows.map((row) => ({ ...row, aadObjectId: row.id === 'ana-pires' ? ANA.toUpperCase() : '' })),
    );

    const { directory } = await open();
    expect(await directory.byAadObjectId(FELLBRIDGE, ANA)).toMatchObject({ id: 'ana-pires' });
  });

  it('is neither of two accounts with one number, until the record names one', async () => {
    change(aGuid(1), { accountEnabled: true, userType: 'Member', employeeId: 'ana-pires' });
    expect(await person('ana-pires')).toBeUndefined();
    expect((await keptOut()).unclear).toBe(1);

    editTable(hospital.folder, 'people.csv', (rows) =>
      rows.map((row) => ({ ...row, aadObjectId: row.id === 'ana-pires' ? ANA : '' })),
    );
    const { directory } = await open();
    expect(await directory.byAadObjectId(FELLBRIDGE, ANA)).toMatchObject({ id: 'ana-pires' });
    expect(await directory.byAadObjectId(FELLBRIDGE, aGuid(1))).toBeUndefined();
  });

  it('does not mind that an older account with the number is blocked', async () => {
    change(aGuid(1), { accountEnabled: false, employeeId: 'ana-pires' });

    expect(await person('ana-pires')).toMatchObject({ aadObjectId: ANA });
  });

  it('is nobody by an account that two people would have', async () => {
    change(ANA, { employeeId: 'tom-okafor' });
    editTable(hospital.folder, 'people.csv', (rows) =>
      rows.map((row) => ({ ...row, employeeId: row.id === 'ana-pires' ? 'tom-okafor' : '' })),
    );

    expect(await person('ana-pires')).toBeUndefined();
    expect(await person('tom-okafor')).toBeUndefined();
  });

  it('is nobody of another tenant who happens to have the number', async () => {
    const vale = await tenantOf('vale');
    hospital.graph.add(vale, { id: aGuid(2), accountEnabled: true, employeeId: 'ana-pires' });

    const { directory } = await open();
    expect(await directory.byAadObjectId(vale, aGuid(2))).toBeUndefined();
    expect(await directory.byAadObjectId(FELLBRIDGE, ANA)).toMatchObject({ id: 'ana-pires' });
  });

  it('is the same person by both accounts of two employers', async () => {
    const people = await asFiles.people();
    const both = people.find(({ posts }) => posts[0].organisation !== posts.at(-1)!.organisation)!;
    const second = await tenantOf(both.posts.at(-1)!.organisation);
    const { directory } = await open();

    const found = await directory.byAadObjectId(second, accountIn(second, both, false));
    expect(found).toEqual(await directory.person(both.id));
    expect(found!.aadObjectId).toBe(both.aadObjectId);
  });

  it('is found by a number that is not the id', async () => {
    change(ANA, { employeeId: '20412345' });
    editTable(hospital.folder, 'people.csv', (rows) =>
      rows.map((row) => ({ ...row, employeeId: row.id === 'ana-pires' ? '20412345' : '' })),
    );

    expect(await person('ana-pires')).toMatchObject({ aadObjectId: ANA });
  });
});

describe('what is known of somebody', () => {
  it('is what the record says, where it says something', async () => {
    editTable(hospital.folder, 'people.csv', (rows) =>
      rows.map((row) => ({ ...row, name: row.id === 'ana-pires' ? 'Ana P. Pires' : '' })),
    );
    editTable(hospital.folder, 'posts.csv', (rows) =>
      rows.map((row) =>
        row.person === 'ana-pires' ? { ...row, title: 'Sister', manager: 'helen-marsh' } : row,
      ),
    );

    expect(await person('ana-pires')).toMatchObject({
      name: 'Ana P. Pires',
      givenName: 'Ana',
      posts: [{ title: 'Sister', place: 'Ward 7', manager: 'helen-marsh', start: '2020-09-14' }],
    });
  });

  it.each([
    ['2021-03-29T23:00:00Z', '2021-03-30'],
    ['2021-01-01T00:00:00Z', '2021-01-01'],
  ])('takes the hire date %s for the London day %s', async (employeeHireDate, start) => {
    change(ANA, { employeeHireDate });

    expect((await person('ana-pires'))!.posts[0].start).toBe(start);
  });

  it('needs no mailbox', async () => {
    change(ANA, { mail: null, userPrincipalName: 'pires.a@fellbridge.example' });

    expect(await person('ana-pires')).toMatchObject({ email: 'pires.a@fellbridge.example' });
  });

  it('holds no posts, where only they would be a guess', async () => {
    editTable(hospital.folder, 'posts.csv', (rows) =>
      rows.filter((row) => row.person !== 'ana-pires'),
    );

    expect(await person('ana-pires')).toBeUndefined();
    expect((await keptOut()).withoutPost).toBe(1);
  });

  it.each([
    ['hire date', { employeeHireDate: null }],
    [
      'hire date but the one of a system that knew none',
      { employeeHireDate: '1601-01-01T00:00:00Z' },
    ],
    ['title', { jobTitle: ' ' }],
    ['place', { department: null }],
  ])('is not enough without a %s', async (_, to) => {
    change(ANA, to);

    expect(await person('ana-pires')).toBeUndefined();
    expect(await keptOut()).toMatchObject({ incompletePosts: 1, withoutPost: 1 });
  });

  it('takes the office where there is no department', async () => {
    change(ANA, { department: null, officeLocation: 'Block C' });

    expect((await person('ana-pires'))!.posts[0].place).toBe('Block C');
  });

  it('does without a row in people.csv', async () => {
    editTable(hospital.folder, 'people.csv', (rows) =>
      rows.filter(({ id }) => id !== 'tom-okafor'),
    );

    expect(await person('tom-okafor')).toMatchObject({ name: 'Tom Okafor', roles: [] });
  });
});

describe('managers', () => {
  it('are none where the one in Graph is not here, and that is counted', async () => {
    change(GRACE, { accountEnabled: false });

    const { directory, first } = await open();
    expect((await directory.person('ana-pires'))!.posts[0].manager).toBeUndefined();
    expect(first.keptOut.unknownManagers).toBeGreaterThan(2);
    expect(first.keptOut.disabled).toBe(1);
  });

  it('are none where the record names somebody who is not here', async () => {
    editTable(hospital.folder, 'posts.csv', (rows) =>
      rows.map((row) => (row.person === 'ana-pires' ? { ...row, manager: 'nobody' } : row)),
    );

    const { directory, first } = await open();
    expect((await directory.person('ana-pires'))!.posts[0].manager).toBeUndefined();
    expect(first.keptOut.unknownManagers).toBe(1);
  });

  it('who go round in a loop are none for those in it, and the rest keep theirs', async () => {
    const ruth = (await asFiles.person('ruth-calloway'))!.aadObjectId;
    change(ruth, { manager: GRACE });

    const { directory, first } = await open();
    const managerOf = async (id: string) => (await directory.person(id))!.posts[0].manager;
    expect(await managerOf('grace-adeyemi')).toBeUndefined();
    expect(await managerOf('helen-marsh')).toBeUndefined();
    expect(await managerOf('ruth-calloway')).toBeUndefined();
    expect(await managerOf('ana-pires')).toBe('grace-adeyemi');
    expect(first.keptOut.managersInLoops).toBe(3);
  });

  it('are not oneself', async () => {
    change(ANA, { manager: ANA });

    expect((await person('ana-pires'))!.posts[0].manager).toBeUndefined();
  });

  it('leave no delegate who is not here', async () => {
    const dilip = (await asFiles.person('dilip-rao'))!.aadObjectId;
    change(dilip, { accountEnabled: false });

    expect((await person('grace-adeyemi'))!.delegate).toBeUndefined();
    expect((await keptOut()).unknownDelegates).toBe(1);
  });
});

describe('a staff record with mistakes', () => {
  it('is told everything at once, each with file and line', async () => {
    editTable(hospital.folder, 'posts.csv', (rows) =>
      rows.map((row, i) => (i === 0 ? { ...row, organisation: 'elsewhere', id: 'p002' } : row)),
    );
    editTable(hospital.folder, 'people.csv', (rows) =>
      rows.map((row, i) => ({ ...row, employeeId: i < 2 ? '1' : '' })),
    );

    await expect(open()).rejects.toThrow(
      [
        'people.csv:3: The employeeId "1" is already used on line 2. Give each row its own, or take one out.',
        'posts.csv:3: The id "p002" is already used on line 2. Give each row its own, or take one out.',
        'posts.csv:2: The organisation "elsewhere" does not exist. Add it to organisations.csv, or correct the id.',
      ].join('\n'),
    );
  });

  it('is refused where nobody in it has an account', async () => {
    editTable(hospital.folder, 'posts.csv', (rows) =>
      rows.map((row) => ({ ...row, person: `x-${row.person!}` })),
    );

    await expect(open()).rejects.toThrow(
      /nobody of the staff record has an account that may come in\. Of \d+ no account carries the number/,
    );
  });

  it('is refused where a file is missing', async () => {
    writeFileSync(path.join(hospital.folder, 'people.csv'), '');

    await expect(open()).rejects.toThrow('people.csv:1: The file has no rows.');
  });
});
