import elsewhere from '../../knowledge/sense/elsewhere.json';
import { wordsOf } from '../../knowledge/words/normalise';
import { linesOf } from '../../knowledge/sources/lines';
import { createPolicySet } from '../../knowledge/policies/policy-set';
import { builtInKnowledge } from '../golden/play-transcript';
import { aQuestion } from '../support/a-question';
import { built } from '../support/built';

const { policies } = built;
const ask = (text: string) =>
  builtInKnowledge().answer(aQuestion(text), new AbortController().signal);

const said = (text: string): string => wordsOf(text).join(' ');
const lines = Object.values(elsewhere.desks).flatMap((groups) => Object.values(groups).flat());

describe('what is learned of other desks', () => {
  it('holds nothing that a policy answers, or names as not covered, in the same words', () => {
    const passages = createPolicySet(policies).passages;
    const asked = new Set(passages.flatMap((one) => linesOf(one).map(({ text }) => said(text))));

    expect(lines.filter((line) => asked.has(said(line)))).toEqual([]);
  });

  it('says nothing twice', () => {
    const told = lines.map(said);

    expect(told.filter((line, at) => told.indexOf(line) !== at)).toEqual([]);
  });

  it.each(['notice', 'maternity', 'training', 'strike', 'uniform', 'how does sick pay work'])(
    'leaves a word or two to policies: %s',
    async (text) => {
      expect((await ask(text)).kind).not.toBe('not-covered');
    },
  );

  // Each learning moves single questions; of many kept out, one in thirty is answered.
  it('keeps policies from answering all but one of these', async () => {
    const kinds = await Promise.all(
      [
        'what do i set the syringe driver to for a man on 30 mg of oxycodone',
        'the screen on my tablet has cracked who mends it',
        'my aunt works for a supermarket in lyon, how many holidays is she owed',
        'how do i get the deposit back from my letting agent',
        'which nominal code do i put on an order for dressings',
        'how do i leave a group chat in teams without telling everybody',
        'what maternity pay does my friend get from her supermarket',
        'what does the gmc charge a year to stay on the register',
        'how many stations does the osce have',
      ].map(async (text) => (await ask(text)).kind),
    );

    expect(kinds.filter((kind) => kind !== 'not-covered').length).toBeLessThanOrEqual(1);
  });

  it.each(['when is payday this month', 'is there a cycle to work scheme here'])(
    'does not hide what each employer settles: %s',
    async (text) => {
      expect(await ask(text)).toMatchObject({ kind: 'not-covered', why: 'gap' });
    },
  );

  it.each([
    'can i carry leave over to next year thanks',
    'do i get paid time for a mandatory course on my day off',
    'can i take back my notice',
    'how much do i get a mile for work journeys in my own car',
  ])('leaves to policies what only sounds like it: %s', async (text) => {
    expect((await ask(text)).kind).not.toBe('not-covered');
  });
});
