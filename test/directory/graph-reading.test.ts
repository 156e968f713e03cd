import { itIsADirectory } from '../contracts/directory';
import { editTable } from '../support/people-in-graph';
import { aHospital, ANA, FELLBRIDGE, GRACE, type Hospital, never } from './graph-hospital';

let hospital: Hospital;
beforeEach(async () => {
  hospital = await aHospital();
});
afterEach(() => hospital.close());

const callsAfter = async (work: () => Promise<unknown>): Promise<string> => {
  const before = hospital.graph.calls.length;
  await work();
  return hospital.graph.calls.slice(before).join(' ');
};
const users = (status: number, headers = {}, after = 0) =>
  ({ on: 'users', after, does: { status, headers } }) as const;
const token = (status: number, headers = {}) =>
  ({ on: 'token', does: { status, headers } }) as const;

describe('the first read', () => {
  it('goes from page to page with one token a tenant', async () => {
    const calls = await callsAfter(() => hospital.open());

    expect(calls.match(/token/g)).toHaveLength(3);
    expect(calls.match(/all/g)).toHaveLength(3);
    expect(calls.match(/more/g)!.length).toBeGreaterThan(2);
    expect(hospital.rests).toEqual([]);
  });

  it('waits as long as Graph asks where it was called too often, and goes on where it was', async () => {
    hospital.graph.script(users(429, { 'retry-after': '17' }, 3));
    const calls = await callsAfter(() => hospital.open());

    expect(hospital.rests).toEqual([17_000]);
    expect(calls.match(/all/g)).toHaveLength(3);
  });

  it.each([
    ['a fault', users(503)],
    ['a date to wait for', users(503, { 'retry-after': 'Tue, 05 Jan 2027 12:00:01 GMT' })],
    ['a cut line', { on: 'users', does: 'cut' } as const],
    ['words that are no JSON', { on: 'users', does: { status: 200, body: undefined } } as const],
    ['a fault of the token service', token(500)],
    ['too many calls of the token service', token(429, { 'retry-after': '1' })],
  ])('is tried again after %s', async (_, fault) => {
    hospital.graph.script(fault);

    const { directory } = await hospital.open();
    expect(await directory.person('ana-pires')).toBeDefined();
    expect(hospital.rests).toEqual([1_000]);
  });

  it('is tried again where nothing is answered', async () => {
    hospital.graph.script({ on: 'users', does: 'silent' });

    await hospital.open({ answerWithinMs: 300 });
    expect(hospital.rests).toEqual([1_000]);
  });

  it('gets another token where the one it has is refused', async () => {
    hospital.graph.script(users(401));
    const calls = await callsAfter(() => hospital.open());

    expect(calls.match(/token/g)).toHaveLength(4);
  });

  it.each([
    ['the secret is wrong', token(401), /check GRAPH_CLIENT_ID and GRAPH_CLIENT_SECRET/],
    ['it has no permission', users(403), /give the app the application permission User\.Read\.All/],
    ['it is no Graph', users(404), /answered 404: check GRAPH_URL/],
    ['it is sent elsewhere', users(302, { location: 'http://127.0.0.1:1/' }), /answered 302/],
  ])('ends the start at once where %s', async (_, fault, words) => {
    hospital.graph.script(fault);

    await expect(hospital.open()).rejects.toThrow(words);
    expect(hospital.rests).toEqual([]);
  });

  it('ends the start after some tries where Graph is down, and names nobody', async () => {
    hospital.graph.script(...Array.from({ length: 60 }, () => users(503)));

    const error = await hospital.open().catch(String);
    expect(error).toMatch(/cannot start: nobody can be let in\. Microsoft Graph answered 503 for/);
    expect(error).not.toMatch(/pires|ana/i);
  });

  it('does not wait for an hour', async () => {
    hospital.graph.script(
      ...Array.from({ length: 60 }, () => users(429, { 'retry-after': '3600' })),
    );

    await expect(hospital.open()).rejects.toThrow(/answered 429/);
    expect(hospital.rests).toEqual([]);
  });

  it('takes its token to no other host', async () => {
    const elsewhere = { value: [], '@odata.nextLink': 'https://evil.example/v1.0/users/delta' };
    hospital.graph.script(
      ...Array.from({ length: 9 }, () => ({
        on: 'users' as const,
        does: { status: 200, body: elsewhere },
      })),
    );

    await expect(hospital.open()).rejects.toThrow(/named a next page on another host/);
  });

  it.each([
    ['a list without an end', { value: [] }],
    ['no list', { value: 'none' }],
    ['an account without an id', { value: [{ displayName: 'PIRES, Ana' }] }],
  ])('believes no %s, and tells no name', async (_, body) => {
    hospital.graph.script(
      ...Array.from({ length: 9 }, () => ({ on: 'users' as const, does: { status: 200, body } })),
    );

    const error = await hospital.open().catch(String);
    expect(error).toMatch(/Microsoft Graph sent/);
    expect(error).not.toContain('PIRES');
  });
});

describe('reading again', () => {
  it('asks for changes alone, and says so where there are none', async () => {
    const opened = await hospital.open();

    const calls = await callsAfter(async () => {
      expect(await opened.readAgain(never)).toBeUndefined();
    });
    expect(calls).toBe('changes changes changes');
  });

  it('gets a new token in time', async () => {
    const opened = await hospital.open();
    hospital.passTime(3_580_000);

    const calls = await callsAfter(() => opened.readAgain(never));
    expect(calls.match(/token/g)).toHaveLength(3);
  });

  it('takes in a blocked account, and one that is gone', async () => {
    const opened = await hospital.open();
    const { people } = opened.first;
    hospital.graph.change(FELLBRIDGE, ANA, { accountEnabled: false });
    hospital.graph.remove(FELLBRIDGE, GRACE);
    expect(await opened.directory.person('ana-pires')).toBeDefined();

    expect(await opened.readAgain(never)).toMatchObject({
      people: people - 2,
      keptOut: { disabled: 1, withoutAccount: 1 },
    });
    expect(await opened.directory.person('ana-pires')).toBeUndefined();
    expect(await opened.directory.byAadObjectId(FELLBRIDGE, GRACE)).toBeUndefined();
    expect(await opened.directory.reportsOf('helen-marsh')).not.toContainEqual(
      expect.objectContaining({ id: 'grace-adeyemi' }),
    );
  });

  it('keeps what a change does not name, such as the manager', async () => {
    const opened = await hospital.open();
    hospital.graph.change(FELLBRIDGE, ANA, { jobTitle: 'Charge Nurse' });
    await opened.readAgain(never);

    expect((await opened.directory.person('ana-pires'))!.posts[0]).toMatchObject({
      title: 'Charge Nurse',
      manager: 'grace-adeyemi',
    });
  });

  it('takes in another manager, and none', async () => {
    const opened = await hospital.open();
    const tom = (await opened.directory.person('tom-okafor'))!.aadObjectId;
    const managerOf = async (id: string) => (await opened.directory.person(id))!.posts[0].manager;

    hospital.graph.change(FELLBRIDGE, ANA, { manager: tom });
    await opened.readAgain(never);
    expect(await managerOf('ana-pires')).toBe('tom-okafor');

    hospital.graph.change(FELLBRIDGE, ANA, { manager: null });
    await opened.readAgain(never);
    expect(await managerOf('ana-pires')).toBeUndefined();
  });

  it('takes in somebody new, once the record has a post for them', async () => {
    const opened = await hospital.open();
    const id = '00000000-0000-4000-8000-0000000000aa';
    const account = { accountEnabled: true, employeeId: 'new-starter', displayName: 'Sam New' };
    hospital.graph.add(FELLBRIDGE, {
      id,
      ...account,
      jobTitle: 'Porter',
      department: 'Portering',
      employeeHireDate: '2027-01-04T00:00:00Z',
    });
    await opened.readAgain(never);
    expect(await opened.directory.byAadObjectId(FELLBRIDGE, id)).toBeUndefined();

    editTable(hospital.folder, 'posts.csv', (rows) => [
      ...rows,
      { ...rows[0], id: 'p999', person: 'new-starter' },
    ]);
    expect(await opened.readAgain(never)).toMatchObject({ people: opened.first.people + 1 });
    expect(await opened.directory.byAadObjectId(FELLBRIDGE, id)).toMatchObject({
      id: 'new-starter',
      name: 'Sam New',
      posts: [{ title: 'Porter', start: '2027-01-04' }],
    });
  });

  it.each([
    [410, 'resyncRequired'],
    [400, 'syncStateNotFound'],
  ])('reads all again where its link is too old: %i %s', async (status, code) => {
    const opened = await hospital.open();
    hospital.graph.remove(FELLBRIDGE, ANA);
    hospital.graph.forgetChanges({ status, code });

    const calls = await callsAfter(() => opened.readAgain(never));
    expect(calls.match(/all/g)).toHaveLength(3);
    expect(await opened.directory.person('ana-pires')).toBeUndefined();
  });
});

describe('after many changes', () => {
  itIsADirectory(async () => {
    const opened = await hospital.open();
    const people = await opened.directory.people();
    for (const [i, { aadObjectId }] of people.entries())
      if (i % 3 === 0) hospital.graph.change(FELLBRIDGE, aadObjectId, { jobTitle: `Title ${i}` });
    hospital.graph.remove(FELLBRIDGE, GRACE);
    await opened.readAgain(never);
    return opened.directory;
  });
});
