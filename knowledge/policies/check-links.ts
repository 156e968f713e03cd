/** Links in policy texts: to a page of the set that is there, or to a site by https. Nothing is fetched. */
import { PolicyError } from './policy-error';
import type { PolicySet } from './policy-set';
import type { Clause, Policy } from './schema';

const LINK = /\]\(([^)\s]*)\)/g;
const PAGE = /^\/policies\/([^/#?]+)(?:#(.+))?$/;

export function checkLinks(policies: readonly Policy[], set: PolicySet): readonly PolicyError[] {
  return policies.flatMap(({ file, introduction, clauses }) =>
    checkLinksIn([{ file, text: introduction, line: 1 }, ...clauses], set),
  );
}

/** @param texts such as organisations' own clauses */
export function checkLinksIn(
  texts: readonly Pick<Clause, 'file' | 'text' | 'line'>[],
  set: PolicySet,
): readonly PolicyError[] {
  return texts.flatMap(({ file, text, line }) =>
    [...text.matchAll(LINK)].flatMap(([, address = '']) => {
      const remedy = problemWith(address, set);
      return remedy === undefined ? [] : [new PolicyError(file, line, `The link "${address}" leads nowhere.`, remedy)];
    }),
  );
}

function problemWith(address: string, set: PolicySet): string | undefined {
  if (address.startsWith('https://')) return URL.canParse(address) ? undefined : 'Copy the address again.';
  const [, policy, clause] = PAGE.exec(address) ?? [];
  if (policy === undefined) return 'Begin with https://, or with /policies/ for a page of this set.';
  if (set.policy(policy) === undefined) return `There is no policy "${policy}".`;
  if (clause !== undefined && set.clause(clause)?.policy !== policy) return `That policy has no clause "${clause}".`;
  return undefined;
}
