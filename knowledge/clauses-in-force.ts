/** Clauses by id, as they count for somebody on a day: what the rules of a request rest on. */
import { cite } from './cite';
import { countsFor } from './counts-for';
import type { LocalRules } from './local-rules';
import type { Citation } from './outcome';
import type { PolicySet } from './policies/policy-set';
import type { Question } from './question';

export interface ClausesAsked extends Pick<
  Question,
  'organisation' | 'staffGroup' | 'on' | 'withheld'
> {
  /** Of national clauses. */
  readonly ids: readonly string[];
}

export interface ClauseInForce {
  readonly id: string;
  /** As written, by name: those of the organisation's own rule where it stands in place of the clause. */
  readonly figures: Readonly<Record<string, string>>;
  /** What prevails first. */
  readonly citations: readonly [Citation, ...Citation[]];
  /** True where the organisation's own rule stands in place of the national one. */
  readonly isOwn: boolean;
  /** True where what prevails has no official source behind it. */
  readonly unconfirmed: boolean;
}

export const clausesInForce = (
  asked: ClausesAsked,
  set: PolicySet,
  local: LocalRules | undefined,
): readonly ClauseInForce[] =>
  asked.ids
    .flatMap((id) => inForce(id, asked, set, local) ?? [])
    .filter(({ citations }) => !citations.some(({ clause }) => asked.withheld?.includes(clause)));

function inForce(
  id: string,
  asked: ClausesAsked,
  set: PolicySet,
  local: LocalRules | undefined,
): ClauseInForce | undefined {
  const written = set.clause(id);
  const national = written !== undefined && countsFor(written, asked) ? written : undefined;
  const own = local?.variationOf(id, asked);
  const isOwn = own?.replaces === id;
  const [first, second] = isOwn ? [own, national] : [national, own];
  if (first === undefined) return undefined;
  return {
    id,
    figures: first.values,
    citations: [cite(first), ...(second === undefined ? [] : [cite(second)])],
    isOwn,
    unconfirmed: first.confidence === 'unconfirmed',
  };
}
