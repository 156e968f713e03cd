import { CONTACT_KINDS, type Directory } from '../../bot/directory/directory';

/** What every directory must do, wherever its people come from. It needs two tenants and a manager. */
export function itIsADirectory(open: () => Promise<Directory>): void {
  it('knows each person by id, and by the Entra id in the tenant of an employer', async () => {
    const directory = await open();

    for (const person of await directory.people()) {
      const employers = await Promise.all(
        person.posts.map(({ organisation }) => directory.organisation(organisation)),
      );
      const found = await Promise.all(
        employers.map((each) => directory.byAadObjectId(each!.tenantId, person.aadObjectId)),
      );
      expect(found).toContainEqual(person);
      expect(found.every((one) => one === undefined || one.id === person.id)).toBe(true);
      expect(await directory.person(person.id)).toEqual(person);
    }
  });

  it('takes an Entra id in capital letters for the same', async () => {
    const directory = await open();
    const [person] = await directory.people();
    const tenant = (await directory.organisation(person!.organisation))!.tenantId;

    expect(
      await directory.byAadObjectId(tenant.toUpperCase(), person!.aadObjectId.toUpperCase()),
    ).toEqual(person);
  });

  it('keeps organisations apart: another tenant does not open a person', async () => {
    const directory = await open();
    const organisations = await directory.organisations();

    for (const person of await directory.people()) {
      const employers = new Set(person.posts.map(({ organisation }) => organisation));
      for (const { tenantId } of organisations.filter(({ id }) => !employers.has(id))) {
        expect(await directory.byAadObjectId(tenantId, person.aadObjectId)).toBeUndefined();
      }
    }
  });

  it('knows nobody by an id it never gave', async () => {
    const directory = await open();
    const nobody = '00000000-0000-4000-8000-000000000000';
    const [organisation] = await directory.organisations();

    expect(await directory.person('nobody-at-all')).toBeUndefined();
    expect(await directory.organisation('nowhere-at-all')).toBeUndefined();
    expect(await directory.byAadObjectId(organisation!.tenantId, nobody)).toBeUndefined();
    expect(await directory.reportsOf('nobody-at-all')).toEqual([]);
    expect(await directory.contacts('nowhere-at-all')).toEqual([]);
  });

  it('gives a manager exactly those whose post names them', async () => {
    const directory = await open();
    const people = await directory.people();

    for (const manager of people) {
      const named = people.filter(({ posts }) => posts.some((post) => post.manager === manager.id));
      expect(await directory.reportsOf(manager.id)).toEqual(named);
    }
    expect(people.some(({ posts }) => posts[0].manager !== undefined)).toBe(true);
  });

  it('puts the substantive posts first, and the employer is that of the first', async () => {
    for (const { organisation, posts } of await (await open()).people()) {
      const kinds = posts.map(({ kind }) => kind);
      expect(kinds).toEqual(kinds.toSorted().toReversed());
      expect(organisation).toBe(posts[0].organisation);
    }
  });

  it('has somebody to turn to of each kind in each organisation, and helplines', async () => {
    const directory = await open();

    for (const { id } of await directory.organisations()) {
      const contacts = await directory.contacts(id);
      expect(new Set(contacts.map(({ kind }) => kind))).toEqual(new Set(CONTACT_KINDS));
      expect(contacts.every(({ organisation }) => organisation === id)).toBe(true);
    }
    expect((await directory.helplines()).length).toBeGreaterThan(0);
  });
}
