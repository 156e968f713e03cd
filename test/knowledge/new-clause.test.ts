import { addClause, parseVariation, type NewClause } from '../../knowledge';
import { built } from '../support/built';

const { seeds, policies } = built;
const LEAVE = 'annual-leave-and-bank-holidays';
const own = seeds.find(
  ({ organisation, policy }) => organisation === 'fellbridge' && policy === LEAVE,
)!;
const file = {
  organisation: 'fellbridge',
  policy: LEAVE,
  owner: 'Fellbridge people services',
  note: 'Written in the console.',
};
const clause = (changes: Partial<NewClause> = {}): NewClause => ({
  number: 6,
  heading: 'Buying leave at Fellbridge',
  question: 'Can I buy leave at Fellbridge?',
  wording: {
    text: 'You can buy up to **{most-bought}** a year.',
    values: { 'most-bought': '5 days' },
    asks: ['can i buy leave', 'buy more holiday: how', '# of days to buy'],
  },
  replaces: undefined,
  ...changes,
});
const ON = '2028-02-29';

describe('a rule that an organisation did not have', () => {
  it('stands at the end of its file, and all else stays as it was', () => {
    const written = addClause(own.content, file, clause(), '2026-11-23')!;
    const read = parseVariation('own.md', written, policies);
    if ('errors' in read) throw new Error(read.errors.join());

    expect(written.startsWith(own.content.replace('"2026.1"', '"2026.2"').trimEnd())).toBe(true);
    expect(read.clauses).toHaveLength(own.clauses.length + 1);
    expect(read.clauses.at(-1)).toMatchObject({
      id: `fellbridge/${LEAVE}.6`,
      replaces: null,
      question: 'Can I buy leave at Fellbridge?',
      asks: clause().wording.asks,
      text: 'You can buy up to **5 days** a year.',
      effective: '2026-11-23',
      review: '2027-11-23',
    });
  });

  it('begins the file where there is none, in place of a national clause of its own side', () => {
    const national = policies
      .flatMap(({ clauses }) => clauses)
      .find((one) => one.for === 'manager')!;
    const replaces = { ...clause({ number: 1 }), replaces: national };
    const written = addClause(null, { ...file, policy: national.policy }, replaces, ON)!;
    const read = parseVariation('own.md', written, policies);
    if ('errors' in read) throw new Error(read.errors.join());

    expect(read.meta).toMatchObject({ version: '2028.1', effective: ON, review: '2029-02-28' });
    expect(read.clauses).toMatchObject([{ number: 1, replaces: national.id, for: 'manager' }]);
  });

  it.each([
    ['a heading in its words', { wording: { text: 'One.\n\n## Two\n\nThree.', values: {} } }],
    ['a heading that is none', { heading: 'One\n\n## Two' }],
    ['a number that is taken', { number: 3 }],
  ])('is not written with %s', (_, changes) => {
    expect(addClause(own.content, file, clause(changes), ON)).toBeUndefined();
  });
});
