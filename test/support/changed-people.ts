/** A directory in which some people are different: away, or with another delegate or manager. */
import type { Directory, Person } from '../../bot/directory/directory';

export type Changes = Readonly<Record<string, Partial<Person>>>;

export function changedPeople(directory: Directory, changes: Changes): Directory {
  const changed = (person: Person): Person => ({ ...person, ...changes[person.id] });
  const all = async (people: Promise<readonly Person[]>) => (await people).map(changed);
  const one = async (found: Promise<Person | undefined>) => {
    const person = await found;
    return person && changed(person);
  };
  return {
    ...directory,
    people: () => all(directory.people()),
    person: (id) => one(directory.person(id)),
    byAadObjectId: (tenant, id) => one(directory.byAadObjectId(tenant, id)),
    reportsOf: (manager) => all(directory.reportsOf(manager)),
  };
}
