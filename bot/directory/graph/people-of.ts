/**
 * People, put together from the staff record and their accounts. Whoever cannot be put together
 * without a guess is left out and counted.
 */
import type { Person } from '../directory';
import { type Known, substantiveFirst } from '../directory-in-memory';
import { type Account, type Accounts, filled } from './account';
import { completePosts, type HeldPost, withManagers } from './complete-posts';
import { accountKey, matchAccounts, type Matched, type Matches } from './match-accounts';
import type { Recorded } from './match-accounts';
import type { RecordPostRow } from './record-rows';
import type { StaffRecord } from './staff-record';

/** How many were left out, and why. */
export type KeptOut = Matches['keptOut'] & {
  /** Posts that lack a title, a place or a first day, in the record as in Graph. */
  readonly incompletePosts: number;
  /** People without any post, or with none that is complete. */
  readonly withoutPost: number;
  /** Posts whose manager is not in the directory: people services decide in their place. */
  readonly unknownManagers: number;
  /** Posts that lost their manager because the managers went round in a loop. */
  readonly managersInLoops: number;
  readonly unknownDelegates: number;
};

export interface PutTogether extends Pick<Known, 'people' | 'byAccount'> {
  readonly keptOut: KeptOut;
}

interface OnRecord extends Recorded {
  readonly posts: readonly RecordPostRow[];
}

interface Here extends OnRecord {
  readonly accounts: readonly [Matched, ...Matched[]];
  readonly complete: readonly HeldPost[];
}

/** @param tenants the accounts of each tenant */
export function peopleOf(record: StaffRecord, tenants: ReadonlyMap<string, Accounts>): PutTogether {
  const employers = new Map(record.organisations.map(({ id, tenantId }) => [id, tenantId]));
  const tenantOf = (organisation: string) => employers.get(organisation);
  const onRecord = recordedIn(record, tenantOf);
  const { accountsOf, holders, keptOut } = matchAccounts(onRecord, tenants);

  const withAccount = onRecord.flatMap((person): Here[] => {
    const [first, ...rest] = accountsOf.get(person.id) ?? [];
    if (first === undefined) return [];
    const complete = completePosts(person.posts, [first, ...rest], { holders, tenantOf });
    return [{ ...person, accounts: [first, ...rest], complete }];
  });
  const here = withAccount.filter(({ complete }) => complete.length > 0);
  const ids = new Set(here.map(({ id }) => id));
  const managed = withManagers(
    here.flatMap(({ complete }) => complete),
    (id) => ids.has(id),
  );
  const people = put(here, managed.posts, ids, tenantOf);
  const byId = new Map(people.map((person) => [person.id, person]));
  return {
    people,
    byAccount: (tenant, account) => byId.get(holders.get(accountKey(tenant, account)) ?? ''),
    keptOut: {
      ...keptOut,
      incompletePosts: postsIn(withAccount, 'posts') - postsIn(withAccount, 'complete'),
      withoutPost:
        withAccount.length -
        here.length +
        onRecord.filter(({ posts }) => posts.length === 0).length,
      unknownManagers: managed.unknown,
      managersInLoops: managed.inLoops,
      unknownDelegates: here.filter(
        ({ row }) => row?.delegate !== undefined && !ids.has(row.delegate),
      ).length,
    },
  };
}

const postsIn = (people: readonly Here[], which: 'posts' | 'complete'): number =>
  people.reduce((sum, person) => sum + person[which].length, 0);

/** In the order of people.csv, and then those whom only posts.csv names. */
function recordedIn(
  { people, posts }: StaffRecord,
  tenantOf: (organisation: string) => string | undefined,
): readonly OnRecord[] {
  const rows = new Map(people.map((row) => [row.id, row]));
  const held = new Map<string, RecordPostRow[]>(people.map(({ id }) => [id, []]));
  for (const post of substantiveFirst(posts))
    held.set(post.person, [...(held.get(post.person) ?? []), post]);
  return [...held].map(([id, own]) => ({
    id,
    row: rows.get(id),
    posts: own,
    tenants: [...new Set(own.flatMap(({ organisation }) => tenantOf(organisation) ?? []))],
  }));
}

function put(
  here: readonly Here[],
  posts: readonly HeldPost[],
  ids: ReadonlySet<string>,
  tenantOf: (organisation: string) => string | undefined,
): readonly Person[] {
  const held = new Map<string, Person['posts'][number][]>();
  for (const { person, ...post } of posts) held.set(person, [...(held.get(person) ?? []), post]);
  return here.flatMap((one): Person[] => {
    const [first, ...rest] = held.get(one.id) ?? [];
    if (first === undefined) return [];
    const { account } =
      one.accounts.find(({ tenant }) => tenant === tenantOf(first.organisation)) ?? one.accounts[0];
    const delegate = one.row?.delegate;
    return [
      {
        ...aboutThem(one, account),
        delegate: delegate !== undefined && ids.has(delegate) ? delegate : undefined,
        organisation: first.organisation,
        posts: [first, ...rest],
      },
    ];
  });
}

function aboutThem(
  { id, row }: Recorded,
  account: Account,
): Omit<Person, 'delegate' | 'organisation' | 'posts'> {
  const given = filled(account.givenName);
  const family = filled(account.surname);
  // "PIRES, Ana (FELLBRIDGE)" is how many tenants display a name; nobody is called that.
  const inFull = given !== undefined && family !== undefined ? `${given} ${family}` : undefined;
  const name = row?.name ?? inFull ?? filled(account.displayName) ?? id;
  return {
    id,
    name,
    givenName: row?.givenName ?? given ?? name.split(' ')[0] ?? name,
    // The name they sign in with looks like an address, and may be none.
    email: row?.email ?? filled(account.mail),
    aadObjectId: account.id,
    nhsServiceStart: row?.nhsServiceStart,
    roles: row?.roles ?? [],
    awayFrom: row?.awayFrom,
    awayUntil: row?.awayUntil,
  };
}
