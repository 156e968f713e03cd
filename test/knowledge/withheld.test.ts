import { createKnowledge, createMemoryVariations, type Question } from '../../knowledge';
import { built } from '../support/built';

const NOW = new Date('2026-11-23T12:00:00Z');
const { seeds, ...parts } = built;
const knowledge = createKnowledge({
  ...parts,
  variations: createMemoryVariations(seeds, NOW),
});
const signal = new AbortController().signal;
const CARRY_OVER = 'annual-leave-and-bank-holidays.20';
const OWN = 'fellbridge/annual-leave-and-bank-holidays.3';

const ask = (text: string, withheld: readonly string[], organisation?: string) =>
  knowledge.answer(
    {
      text,
      before: null,
      organisation,
      staffGroup: 'agenda-for-change',
      pointOfView: 'staff',
      on: '2026-11-23',
      particulars: {},
      withheld,
    } satisfies Question,
    signal,
  );

describe('a clause that is taken out of answers', () => {
  it('answers nothing, and no other clause answers in its place', async () => {
    const text = 'can i carry leave over to next year';
    expect(await ask(text, [])).toMatchObject({ kind: 'answered' });

    expect(await ask(text, [CARRY_OVER])).toMatchObject({
      kind: 'not-covered',
      why: 'being-checked',
      about: expect.stringMatching(/carry/i),
      nearest: [],
    });
  });

  it('takes the answer with it where it is the organisation’s own rule', async () => {
    const text = 'can i carry leave over to next year';

    expect(await ask(text, [OWN], 'fellbridge')).toMatchObject({ why: 'being-checked' });
    expect(await ask(text, [OWN], 'vale')).toMatchObject({ kind: 'answered' });
  });

  it('is not used in a sum either', async () => {
    const text = 'how much annual leave do i get for 22.5 hours a week after 6 years';
    const whole = await ask(text, []);
    if (whole.kind !== 'answered') throw new Error('There is no sum to try this on.');
    const { clause } = whole.citations[0];

    expect(await ask(text, [clause])).toMatchObject({ why: 'being-checked' });
  });

  it('is left out of what is told beside another answer', async () => {
    const text = 'what happens if i am ill on holiday';
    const whole = await ask(text, []);
    const beside = whole.kind === 'answered' ? whole.citations.at(-1) : undefined;
    if (whole.kind !== 'answered' || whole.related.length === 0 || beside === undefined)
      throw new Error('There is nothing beside this answer to try this on.');

    const left = await ask(text, [beside.clause]);

    expect(left).toMatchObject({ kind: 'answered', related: [], text: whole.text });
    expect(JSON.stringify(left)).not.toContain(`"${beside.clause}","title"`);
  });

  it('leaves the other part of a message answered, and says which part is missing', async () => {
    const text = 'can i carry leave over to next year? how do i report that i am sick?';

    expect(await ask(text, [CARRY_OVER])).toMatchObject({
      kind: 'partly-answered',
      missing: 'can i carry leave over to next year?',
    });
  });

  it('holds no request up', async () => {
    const asked = { organisation: 'fellbridge', staffGroup: 'agenda-for-change', on: '2026-11-23' };
    const clauses = (withheld: readonly string[]) =>
      knowledge.clauses({ ...asked, staffGroup: 'agenda-for-change', ids: [CARRY_OVER], withheld });

    expect(await clauses([])).toHaveLength(1);
    expect(await clauses([OWN])).toEqual([]);
  });
});

describe('questions that are alike', () => {
  const group = (...texts: string[]) => knowledge.groupAlike(texts, signal);

  it('stand together in other words and misspelt, the largest group first', async () => {
    const groups = await group(
      'who pays for parking',
      'can i bring my dog to work',
      'is it ok to bring a dog into work',
      'may i bring my dgo to work',
    );

    expect(groups.map((one) => one.toSorted())).toEqual([[1, 2, 3], [0]]);
  });

  it('leave out what has no word that is known, and are none where nothing was learned', async () => {
    expect(await group('…', '!')).toEqual([]);
    expect(await createKnowledge({ policies: [] }).groupAlike(['my leave'], signal)).toEqual([]);
  });

  it('are dropped where nobody waits for them any more', async () => {
    await expect(
      knowledge.groupAlike(['my leave'], AbortSignal.abort(new Error('gone'))),
    ).rejects.toThrow('gone');
  });
});
