/** The clauses that a reviewer can name: the national ones, and their organisation's own. */
import type { Clause } from '../../knowledge';
import { findIn } from '../web/find-clauses';
import type { ConsoleTools } from './console-parts';

/** What stands in the address bar, or in a citation: `/policies/special-leave#special-leave.2`. */
const ADDRESS = /(?:^|[#/\s])((?:[a-z][a-z0-9-]*\/)?[a-z][a-z0-9-]*\.\d+)\s*$/;

export interface ClauseChoice {
  readonly id: string;
  /** For instance `Special leave: Jury service`. */
  readonly text: string;
  readonly href: string;
}

export interface Clauses {
  find(search: string): readonly ClauseChoice[];
  /** Undefined for what is no clause here. @param address its id, or the address of its page */
  at(address: string): ClauseChoice | undefined;
}

export async function clausesOf(
  { policies, variations }: Pick<ConsoleTools, 'policies' | 'variations'>,
  organisation: string,
): Promise<Clauses> {
  const own = await variations.current(organisation);
  const all: readonly Clause[] = [...policies.policies.flatMap(({ clauses }) => clauses), ...own];
  const byId = new Map(all.map((clause) => [clause.id, clause]));
  return {
    find: (search) => findIn(all, search).map(choiceOf),
    at: (address) => {
      const id = ADDRESS.exec(address.trim())?.[1] ?? '';
      // The organisation's part of `/policies/special-leave?at=fellbridge#fellbridge/…` is in the id.
      const clause = byId.get(id) ?? byId.get(id.replace(/^policies\//, ''));
      return clause && choiceOf(clause);
    },
  };
}

function choiceOf({ id, policy, policyTitle, heading }: Clause): ClauseChoice {
  const organisation = id.includes('/') ? id.split('/')[0] : undefined;
  const at = organisation === undefined ? '' : `?at=${organisation}`;
  const own = organisation === undefined ? '' : ' (own rule)';
  return { id, text: `${policyTitle}: ${heading}${own}`, href: `/policies/${policy}${at}#${id}` };
}
