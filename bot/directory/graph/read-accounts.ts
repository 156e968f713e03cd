/**
 * The accounts of one tenant: all of them at first, then only what changed (Graph's delta query).
 * A read that breaks off changes nothing: it is whole, or it is as if it had not been tried.
 */
import { z } from 'zod';
import { type Account, type Accounts, applyChange, Change, SELECTED } from './account';
import type { AskGraph } from './ask-graph';
import { GraphProblem } from './graph-problem';

export interface AccountReader {
  /** @returns whether anything is different since the last read */
  read(signal: AbortSignal): Promise<boolean>;
  /** As of the last read that was whole. */
  accounts(): Accounts;
}

/** More than two million accounts: then the pages go round. */
const MOST_PAGES = 2_500;

const Page = z.object({
  value: z.array(Change),
  '@odata.nextLink': z.url().optional(),
  '@odata.deltaLink': z.url().optional(),
});

/** @param url of Graph, without a slash at the end */
export function accountReader(tenant: string, url: string, ask: AskGraph): AccountReader {
  const query = new URLSearchParams({ $select: SELECTED });
  const fromTheStart = `${url}/v1.0/users/delta?${query.toString()}`;
  let held: { readonly accounts: Accounts; readonly next: string } | undefined;

  async function readFrom(
    start: string,
    before: Accounts,
    signal: AbortSignal,
  ): Promise<{ accounts: Accounts; next: string; changes: number } | 'gone'> {
    const accounts = new Map<string, Account>(before);
    let changes = 0;
    let address = start;
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      const answer = await ask(address, signal);
      if (answer.kind === 'gone') return 'gone';
      const page = pageOf(answer.json);
      for (const change of page.value) applyChange(accounts, change);
      changes += page.value.length;
      const { '@odata.nextLink': further, '@odata.deltaLink': next } = page;
      if (next !== undefined) return { accounts, next, changes };
      if (further === undefined || further === address) throw unreadable('a list without an end');
      address = further;
    }
    throw unreadable('pages that do not end');
  }

  function pageOf(json: unknown): z.infer<typeof Page> {
    const read = Page.safeParse(json);
    if (read.success) return read.data;
    // The place alone: what stands there is somebody's.
    throw unreadable(`no list of users at ${read.error.issues[0]?.path.join('.') ?? 'the top'}`);
  }

  const unreadable = (what: string): GraphProblem =>
    new GraphProblem('later', `Microsoft Graph sent ${what} for tenant ${tenant}.`);

  return {
    async read(signal) {
      const changed =
        held === undefined ? 'gone' : await readFrom(held.next, held.accounts, signal);
      if (changed !== 'gone') {
        held = changed;
        return changed.changes > 0;
      }
      const all = await readFrom(fromTheStart, new Map(), signal);
      if (all === 'gone')
        throw new GraphProblem('later', `Microsoft Graph could not begin for tenant ${tenant}.`);
      held = all;
      return true;
    },
    accounts: () => held?.accounts ?? new Map<string, Account>(),
  };
}
