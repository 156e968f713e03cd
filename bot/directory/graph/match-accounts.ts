/**
 * Whose account is whose. An account is somebody's where their row names it, or where it carries
 * their number and nobody else's does; nothing else is believed, least of all a name.
 */
import { type Account, type Accounts, filled, isEnabled, isGuest } from './account';
import type { RecordPersonRow } from './record-rows';

/** Somebody of the staff record, before it is known whether Graph knows them. */
export interface Recorded {
  readonly id: string;
  readonly row: RecordPersonRow | undefined;
  /** Of the employers of their posts: no other account of theirs opens anything. */
  readonly tenants: readonly string[];
}

export interface Matched {
  readonly tenant: string;
  readonly account: Account;
}

export interface Matches {
  /** By the ids of people; whoever has no account that may come in is not here. */
  readonly accountsOf: ReadonlyMap<string, readonly Matched[]>;
  /** The other way round: `tenant account` to the id of the person. */
  readonly holders: ReadonlyMap<string, string>;
  readonly keptOut: {
    /** People with an account that is blocked, and none that is not. */
    readonly disabled: number;
    /** Guests who carry the number of somebody, but are named by no row. */
    readonly guests: number;
    /** People whose number stands in several accounts, or whose account is also another's. */
    readonly unclear: number;
    /** People of whom Graph knows no account at all. */
    readonly withoutAccount: number;
  };
}

type Why = keyof Matches['keptOut'];
type Found = { readonly account: Account } | { readonly not: Why };

export const accountKey = (tenant: string, id: string): string => `${tenant} ${id}`;

export function matchAccounts(
  people: readonly Recorded[],
  tenants: ReadonlyMap<string, Accounts>,
): Matches {
  const named = new Set(people.flatMap(({ row }) => row?.aadObjectId ?? []));
  const numbers = new Map(
    [...tenants].map(([tenant, accounts]) => [tenant, byNumber(accounts, named)]),
  );
  const why = new Map<string, Why>();
  const claims: (Matched & { readonly person: string })[] = [];
  for (const person of people)
    for (const tenant of person.tenants) {
      const found = accountOf(person, tenants.get(tenant), numbers.get(tenant));
      if ('account' in found) claims.push({ person: person.id, tenant, account: found.account });
      else if (why.get(person.id) !== 'unclear') why.set(person.id, found.not);
    }

  const { accountsOf, holders, contested } = settle(claims);
  for (const person of contested) why.set(person, 'unclear');
  const keptOut = { disabled: 0, guests: 0, unclear: 0, withoutAccount: 0 };
  for (const [person, reason] of why) if (!accountsOf.has(person)) keptOut[reason] += 1;
  return { accountsOf, holders, keptOut };
}

function byNumber(
  accounts: Accounts,
  named: ReadonlySet<string>,
): ReadonlyMap<string, readonly Account[]> {
  const numbers = new Map<string, Account[]>();
  for (const account of accounts.values()) {
    const number = filled(account.employeeId);
    if (number === undefined || named.has(account.id)) continue;
    numbers.set(number, [...(numbers.get(number) ?? []), account]);
  }
  return numbers;
}

function accountOf(
  { id, row }: Recorded,
  accounts: Accounts | undefined,
  numbers: ReadonlyMap<string, readonly Account[]> | undefined,
): Found {
  const named = row?.aadObjectId === undefined ? undefined : accounts?.get(row.aadObjectId);
  if (named !== undefined) return isEnabled(named) ? { account: named } : { not: 'disabled' };

  const numbered = numbers?.get(row?.employeeId ?? id) ?? [];
  const enabled = numbered.filter(isEnabled);
  const [one, another] = enabled.filter((account) => !isGuest(account));
  if (another !== undefined) return { not: 'unclear' };
  if (one !== undefined) return { account: one };
  if (enabled.length > 0) return { not: 'guests' };
  return { not: numbered.length > 0 ? 'disabled' : 'withoutAccount' };
}

/** An account that two people claim is nobody's. */
function settle(
  claims: readonly (Matched & { readonly person: string })[],
): Pick<Matches, 'accountsOf' | 'holders'> & { readonly contested: readonly string[] } {
  const claimants = new Map<string, Set<string>>();
  for (const { person, tenant, account } of claims) {
    const key = accountKey(tenant, account.id);
    claimants.set(key, (claimants.get(key) ?? new Set()).add(person));
  }
  const accountsOf = new Map<string, Matched[]>();
  const holders = new Map<string, string>();
  const contested: string[] = [];
  for (const { person, tenant, account } of claims) {
    const key = accountKey(tenant, account.id);
    if ((claimants.get(key)?.size ?? 0) > 1) contested.push(person);
    else {
      holders.set(key, person);
      accountsOf.set(person, [...(accountsOf.get(person) ?? []), { tenant, account }]);
    }
  }
  return { accountsOf, holders, contested };
}
