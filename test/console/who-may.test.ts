import { whoMay } from '../../bot/console/who-may';
import type { Organisation, Role } from '../../bot/directory/directory';

const organisation = (id: string, system: string): Organisation => ({
  id,
  system,
  name: id,
  shortName: id,
  kind: 'acute',
  tenantId: id,
  peopleTeam: 'People services',
});
const all = [
  organisation('fellbridge', 'here'),
  organisation('vale', 'here'),
  organisation('far-away', 'elsewhere'),
];
const at = (...roles: Role[]) => whoMay({ organisation: 'fellbridge', roles }, all);
const nothing = {
  measures: [],
  counts: [],
  transcripts: [],
  knowledge: [],
  withhold: [],
  wording: [],
  requests: [],
  handovers: [],
  content: [],
  audit: [],
};
const own = ['fellbridge'];
const reads = {
  measures: own,
  counts: own,
  transcripts: own,
  knowledge: own,
  handovers: own,
  content: own,
};
const system = ['fellbridge', 'vale'];

describe('who may see what in the console', () => {
  it.each<[string, Role[], object]>([
    ['staff without a role', [], nothing],
    ['an analyst', ['analyst'], { ...nothing, measures: own }],
    [
      'a policy owner',
      ['policy-owner'],
      {
        ...nothing,
        measures: own,
        counts: own,
        knowledge: own,
        withhold: own,
        wording: own,
        content: own,
      },
    ],
    ['a reviewer', ['reviewer'], { ...nothing, ...reads }],
    ['a desk agent', ['desk-agent'], { ...nothing, requests: system, handovers: own }],
    [
      'a reviewer who is a desk agent too',
      ['desk-agent', 'reviewer'],
      { ...nothing, ...reads, requests: system },
    ],
    [
      'an administrator',
      ['administrator'],
      {
        measures: system,
        counts: system,
        transcripts: system,
        knowledge: system,
        withhold: system,
        wording: system,
        requests: system,
        handovers: own,
        content: system,
        audit: system,
      },
    ],
  ])('lets %s see what the work needs, and no more', (_, roles, may) => {
    expect(at(...roles)).toEqual(may);
  });

  it('shows nobody an organisation of another system', () => {
    const everything: Role[] = [
      'reviewer',
      'desk-agent',
      'policy-owner',
      'analyst',
      'administrator',
    ];

    expect(Object.values(at(...everything)).flat()).not.toContain('far-away');
  });

  it('shows nothing to somebody whose employer is not known', () => {
    expect(whoMay({ organisation: 'gone', roles: ['administrator'] }, all)).toEqual(nothing);
  });
});
