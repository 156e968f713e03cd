import { directory as asFiles } from '../support/directory';
import { editTable } from '../support/people-in-graph';
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

  it('needs no mailbox, and takes no sign-in name for one', async () => {
    change(ANA, { mail: null, userPrincipalName: 'pires.a@fellbridge.example' });

    expect((await person('ana-pires'))!.email).toBeUndefined();
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
