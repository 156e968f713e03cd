import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { itIsADirectory } from '../contracts/directory';
import { directory as asFiles } from '../support/directory';
import { accountIn, editTable, tenantOf } from '../support/people-in-graph';
import { aHospital, ANA, FELLBRIDGE, type Hospital } from './graph-hospital';

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

describe('a system in which only some tenants are read from Graph', () => {
  const onlyFellbridge = () => hospital.open({ tenants: [FELLBRIDGE] });
  /** As the folder of files has it, where the rest is in Graph. */
  const fillFor = async (organisation: string, but: string) => {
    const people = new Map((await asFiles.people()).map((one) => [one.id, one]));
    editTable(hospital.folder, 'people.csv', (rows) =>
      rows.map((row) => {
        const { name, email, aadObjectId, ...one } = people.get(row.id!)!;
        const isTheirs = one.organisation === organisation && row.id !== but;
        return isTheirs
          ? { ...row, name, email, aadObjectId }
          : { ...row, name: '', email: '', aadObjectId: '' };
      }),
    );
    editTable(hospital.folder, 'posts.csv', (rows) =>
      rows.map((row) => {
        const post = people.get(row.person!)!.posts.find(({ id }) => id === row.id)!;
        const { title, place, start, manager = '' } = post;
        return post.organisation === organisation ? { ...row, title, place, start, manager } : row;
      }),
    );
  };

  it('takes the people of the others from the files, and asks nothing about them', async () => {
    await fillFor('vale', 'callum-frost');

    const { directory } = await onlyFellbridge();
    const vale = await tenantOf('vale');
    const malik = (await asFiles.person('malik-johnson'))!;
    expect(await directory.byAadObjectId(vale, malik.aadObjectId)).toEqual(malik);
    expect(await directory.person('ana-pires')).toEqual(await asFiles.person('ana-pires'));
    expect(hospital.graph.calls.filter((call) => call === 'all')).toHaveLength(1);
  });

  it('leaves out whoever the files do not wholly tell of', async () => {
    await fillFor('vale', 'callum-frost');

    const { directory } = await onlyFellbridge();
    expect(await directory.person('callum-frost')).toBeUndefined();
  });

  it('does not start where a tenant is nobody’s', async () => {
    await expect(hospital.open({ tenants: [FELLBRIDGE, aGuid(9)] })).rejects.toThrow(
      `GRAPH_TENANTS names ${aGuid(9)}, which no row of organisations.csv has.`,
    );
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
