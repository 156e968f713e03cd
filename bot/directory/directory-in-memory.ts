/** A directory in memory, of what an adapter has read and checked. */
import type { Contact, Directory, Helpline, Organisation, Person, Post } from './directory';

export interface Known {
  readonly organisations: readonly Organisation[];
  readonly contacts: readonly Contact[];
  readonly helplines: readonly Helpline[];
  readonly people: readonly Person[];
  /** Both ids in small letters. */
  readonly byAccount: (tenantId: string, aadObjectId: string) => Person | undefined;
}

export function directoryInMemory(known: Known): Directory {
  const { organisations, contacts, helplines, people } = known;
  const byId = new Map(people.map((person) => [person.id, person]));
  const employers = new Map(organisations.map((each) => [each.id, each]));
  const reports = reportsByManager(people);
  return {
    people: async () => people,
    person: async (id) => byId.get(id),
    byAadObjectId: async (tenantId, aadObjectId) =>
      known.byAccount(tenantId.toLowerCase(), aadObjectId.toLowerCase()),
    reportsOf: async (manager) => reports.get(manager) ?? [],
    organisations: async () => organisations,
    organisation: async (id) => employers.get(id),
    contacts: async (organisation) =>
      contacts.filter((contact) => contact.organisation === organisation),
    helplines: async () => helplines,
  };
}

function reportsByManager(people: readonly Person[]): ReadonlyMap<string, readonly Person[]> {
  const reports = new Map<string, Person[]>();
  for (const person of people) {
    const managers = new Set(person.posts.flatMap(({ manager }) => manager ?? []));
    for (const manager of managers) {
      reports.set(manager, [...(reports.get(manager) ?? []), person]);
    }
  }
  return reports;
}

/** The first of each kind in the order given, substantive ones before bank posts. */
export const substantiveFirst = <Kept extends Pick<Post, 'kind'>>(
  posts: readonly Kept[],
): readonly Kept[] => posts.toSorted((a, b) => rank(a) - rank(b));

const rank = ({ kind }: Pick<Post, 'kind'>): number => (kind === 'substantive' ? 0 : 1);
