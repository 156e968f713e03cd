import { createKnowledge, createMemoryVariations } from '../../knowledge';
import { built } from '../support/built';

const NOW = new Date('2026-11-23T12:00:00Z');
const { seeds, ...parts } = built;
const knowledge = createKnowledge({
  ...parts,
  variations: createMemoryVariations(seeds, NOW),
});
const asked = {
  organisation: undefined as string | undefined,
  staffGroup: 'agenda-for-change' as const,
  on: '2026-11-23',
};
const CARRY_OVER = 'annual-leave-and-bank-holidays.20';

describe('the clauses that count for somebody', () => {
  it('come with their figures and the citation that an answer would have', async () => {
    const [clause] = await knowledge.clauses({ ...asked, ids: ['parental-leave-unpaid.12'] });

    expect(clause).toMatchObject({
      id: 'parental-leave-unpaid.12',
      figures: { notice: '21 days' },
      isOwn: false,
      citations: [
        {
          policy: 'parental-leave-unpaid',
          clause: 'parental-leave-unpaid.12',
          quote: expect.stringContaining('Give at least 21 days of notice'),
          url: '/policies/parental-leave-unpaid#parental-leave-unpaid.12',
        },
      ],
    });
  });

  it('are those of the organisation where its own rule stands in their place, with the national one beside', async () => {
    const [own] = await knowledge.clauses({
      ...asked,
      organisation: 'fellbridge',
      ids: [CARRY_OVER],
    });

    expect(own).toMatchObject({
      id: CARRY_OVER,
      figures: { 'most-carried': '37.5 hours' },
      isOwn: true,
      citations: [
        { clause: 'fellbridge/annual-leave-and-bank-holidays.3' },
        { clause: CARRY_OVER },
      ],
    });
    const [national] = await knowledge.clauses({ ...asked, ids: [CARRY_OVER] });
    expect(national).toMatchObject({
      figures: {},
      isOwn: false,
      citations: [{ clause: CARRY_OVER }],
    });
  });

  it('keep their own figures where the organisation only adds to them', async () => {
    const ids = ['carers-leave-and-time-off-for-dependants.2'];
    const [clause] = await knowledge.clauses({ ...asked, organisation: 'vale', ids });

    expect(clause).toMatchObject({ figures: { leave: '1 week' }, isOwn: false });
    expect(clause?.citations).toHaveLength(2);
  });

  it('never count for a staff group that they do not name', async () => {
    const ids = ['special-leave.33', 'parental-leave-unpaid.12'];
    const found = await knowledge.clauses({ ...asked, staffGroup: 'local-contract', ids });

    expect(found.map(({ id }) => id)).toEqual(['parental-leave-unpaid.12']);
  });

  it('count only while they are in force', async () => {
    const ids = ['retirement-and-nhs-pension.24'];

    expect(await knowledge.clauses({ ...asked, on: '2028-04-05', ids })).toEqual([]);
    expect(await knowledge.clauses({ ...asked, on: '2028-04-06', ids })).toHaveLength(1);
  });
});
