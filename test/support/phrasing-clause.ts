/** One of the made-up clauses that the grounding tests speak about. */
import type { Clause } from '../../knowledge/policies/schema';
import { clauses } from '../knowledge/data/phrasing-clauses.json';

export function phrasingClause(id: string): Clause {
  const written = Object.entries(clauses).find(([known]) => known === id)?.[1];
  if (written === undefined) throw new Error(`phrasing-clauses.json has no clause "${id}".`);
  const [policy = '', number = ''] = id.split('.');
  return {
    ...written,
    id,
    number: Number(number),
    policy,
    policyTitle: 'A made-up policy',
    version: '2026.1',
    url: null,
    asks: [],
    yes: [],
    no: [],
    values: {},
    sources: [],
    confidence: 'confirmed',
    for: 'everyone',
    staffGroups: ['agenda-for-change'],
    when: undefined,
    opening: 'none',
    support: false,
    local: false,
    effective: '2026-04-01',
    until: undefined,
    review: '2027-04-01',
    services: [],
    sum: undefined,
    next: [],
    differs: [],
    mistaken: [],
    file: `${policy}.md`,
    line: 1,
  };
}
