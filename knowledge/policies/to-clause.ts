/** A section of a policy file as a Clause, with all that it inherits filled in. */
import type { PolicyError } from './policy-error';
import { fillFigures, type Section } from './policy-sections';
import type { Clause, PolicyMeta } from './schema';

/** What a clause inherits where it says nothing itself. */
export type Inherited = Pick<
  PolicyMeta,
  'title' | 'version' | 'staffGroups' | 'opening' | 'support' | 'services' | 'sources' | 'effective' | 'review'
> & {
  readonly policy: string;
  /** What stands before the dot and the number in a clause's id. */
  readonly idPrefix: string;
  /** The page that shows the text, without the `#` of the clause. */
  readonly page: string;
};

/** @param errors where a figure that does not exist is complained about */
export function toClause(
  file: string,
  meta: Inherited,
  section: Section,
  all: readonly Section[],
  errors: PolicyError[],
): Clause {
  const own = section.meta;
  const id = `${meta.idPrefix}.${own.id}`;
  return {
    id,
    number: own.id,
    policy: meta.policy,
    policyTitle: meta.title,
    version: meta.version,
    url: `${meta.page}#${id}`,
    heading: section.heading,
    question: own.question,
    asks: own.asks,
    yes: own.yes,
    no: own.no,
    text: fillFigures(file, section, all, errors),
    values: own.values,
    sources: own.sources.flatMap((id) => meta.sources.filter((source) => source.id === id)),
    confidence: own.confidence,
    for: own.for,
    staffGroups: own.staffGroups ?? meta.staffGroups,
    when: own.when,
    opening: own.opening ?? meta.opening,
    support: own.support ?? meta.support,
    local: own.local,
    effective: own.effective ?? meta.effective,
    until: own.until,
    review: own.review ?? meta.review,
    services: own.services ?? meta.services,
    sum: own.sum,
    ...otherClauses(own, meta.idPrefix),
    mistaken: own.mistaken,
    file,
    line: section.line,
  };
}

const otherClauses = (own: Section['meta'], prefix: string): Pick<Clause, 'next' | 'differs'> => ({
  next: fullIds(own.next, prefix),
  differs: fullIds(own.differs, prefix),
});

const fullIds = (ids: readonly (number | string)[], prefix: string): string[] =>
  ids.map((id) => (typeof id === 'number' ? `${prefix}.${id}` : id));
