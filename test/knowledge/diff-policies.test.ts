import { diffPolicies, type Comparable } from '../../knowledge';
import { aPolicy, type WrittenClause } from '../support/a-policy';

const words = {
  day: (day: string) => day,
  appliesTo: ({ staffGroups }: { staffGroups: readonly string[] }) => staffGroups.join(' and '),
};

const leave: WrittenClause = {
  heading: 'How much leave',
  question: 'How much leave do I get?',
  asks: ['my leave'],
  fields: 'values:\n  days: 27 days',
  text: 'You get **{days}** a year. You book it with your manager.',
};
const sick: WrittenClause = {
  id: 2,
  heading: 'Ringing in',
  question: 'Whom do I ring when ill?',
  text: 'Ring your manager.',
};

function set(...clauses: readonly WrittenClause[]): readonly Comparable[] {
  const { meta, clauses: read } = aPolicy('leave', 'Leave', clauses);
  return [{ ...meta, notCovered: [], clauses: read }];
}

describe('what changed between two copies of the policies', () => {
  it('is nothing where nothing did', () => {
    expect(diffPolicies(set(leave, sick), set(leave, sick), words)).toEqual(['Nothing changed.']);
  });

  it('names the figure, the sentence, the day and the staff of a clause that changed', () => {
    const fields = [
      'values:',
      '  days: 28 days',
      'effective: 2027-04-01',
      'staffGroups: [agenda-for-change, bank]',
    ].join('\n');
    const newer = set({ ...leave, heading: 'Leave a year', asks: ['my AL', 'hols'], fields }, sick);

    expect(diffPolicies(set(leave, sick), newer, words)).toEqual([
      'CHANGED  Leave (leave)',
      '  Changed clause 1, Leave a year',
      '      Figure “days”: 27 days → 28 days',
      '      It said: You get 27 days a year.',
      '      It says now: You get 28 days a year.',
      '      Heading: “How much leave” → “Leave a year”',
      '      In force from: 2026-04-01 → 2027-04-01',
      '      Who it is for: agenda-for-change → agenda-for-change and bank',
      '      Ways of asking: 2 more, 1 fewer',
      '',
      'Policies: 0 new, 0 gone, 1 changed. Clauses: 0 new, 0 taken out, 1 changed.',
    ]);
  });

  it('gives the words of a clause that is new or taken out', () => {
    expect(diffPolicies(set(leave), set(sick), words)).toEqual([
      'CHANGED  Leave (leave)',
      '  New clause 2, Ringing in',
      '      Question: “Whom do I ring when ill?”',
      '      It says: Ring your manager.',
      '      In force from: 2026-04-01',
      '      Who it is for: agenda-for-change',
      '  Clause taken out 1, How much leave',
      '      It said: You get 27 days a year. You book it with your manager.',
      '',
      'Policies: 0 new, 0 gone, 1 changed. Clauses: 1 new, 1 taken out, 0 changed.',
    ]);
  });

  it('names policies that are new or gone', () => {
    const { meta, clauses } = aPolicy('parking', 'Parking', [sick]);
    const parking = [{ ...meta, notCovered: [], clauses }];

    expect(diffPolicies(set(leave), parking, words)).toEqual([
      'NEW POLICY  Parking (parking): 1 clause. Everything about parking.',
      '  2. Ringing in',
      '',
      'GONE  Leave (leave): it had 1 clause.',
      '',
      'Policies: 1 new, 1 gone, 0 changed. Clauses: 1 new, 1 taken out, 0 changed.',
    ]);
  });
});
