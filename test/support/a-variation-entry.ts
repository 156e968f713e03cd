import type { VariationClause, VariationEntry } from '../../knowledge';

/** A rule that replaces the clause on the leave year. */
export function aVariationEntry(
  organisation: string,
  state: VariationEntry['state'] = 'approved',
  text = 'Your leave year runs from 1 May.',
): VariationEntry {
  const policy = 'annual-leave-and-bank-holidays';
  const clause: VariationClause = {
    id: `${organisation}/${policy}.1`,
    organisation,
    replaces: `${policy}.18`,
    beside: [`${policy}.1`],
    note: 'Made up for a test.',
    number: 1,
    policy,
    policyTitle: 'Annual leave and bank holidays',
    version: '2026.1',
    url: `/policies/${policy}?at=${organisation}#${organisation}/${policy}.1`,
    heading: 'The leave year',
    question: 'When does our leave year start?',
    asks: ['when does the leave year start'],
    yes: [],
    no: [],
    text,
    values: { length: '12 months' },
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
    file: 'annual-leave-and-bank-holidays.md',
    line: 12,
  };
  return {
    organisation,
    policy,
    state,
    content: `## The leave year\n\n${text}\n`,
    clauses: state === 'withdrawn' ? [] : [clause],
    by: 'nadia-rahman',
    at: new Date('2026-11-23T12:00:00.000Z'),
  };
}

/** The same as what a build leaves for an empty store. */
export function aSeed(organisation: string, text?: string) {
  const { policy, content, clauses } = aVariationEntry(organisation, 'approved', text);
  return { organisation, policy, content, clauses };
}
