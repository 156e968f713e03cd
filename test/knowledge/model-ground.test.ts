/** The check between a model and a person, on made-up sentences: good ones and subtle lies. */
import { ground } from '../../knowledge/model/ground';
import type { Clause } from '../../knowledge/policies/schema';
import { phrasingClause } from '../support/phrasing-clause';
import development from './data/phrasings-dev.json';
import held from './data/phrasings-held.json';
import second from './data/phrasings-second.json';

const shownIn = (ids: readonly string[]): [Clause, ...Clause[]] => {
  const [first, ...rest] = ids.map(phrasingClause);
  return [first!, ...rest];
};

describe.each([
  ['development', development],
  ['held-out', held],
  ['second held-out', second],
])('grounding the %s phrasings', (_, cases) => {
  // "lost" is a good sentence that caution costs; the person then reads the policy's own words.
  it.each(cases.filter(({ verdict }) => verdict !== 'good'))(
    'refuses ($verdict): $note',
    ({ say, shown }) => {
      expect(ground(say, shownIn(shown)).kind).toBe('unsupported');
    },
  );

  it.each(cases.filter(({ verdict }) => verdict === 'good'))(
    'lets through: $note',
    ({ say, shown }) => {
      expect(ground(say, shownIn(shown))).toMatchObject({ kind: 'grounded' });
    },
  );
});

describe('grounding an answer', () => {
  const [jury, ssp] = [phrasingClause('jury.1'), phrasingClause('ssp.1')];

  it('drops a pointer to a clause that carries nothing', () => {
    const said = [{ text: 'SSP lasts up to 28 weeks.', clauses: [1, 2] }];

    expect(ground(said, [jury, ssp])).toMatchObject({
      phrased: { text: 'SSP lasts up to 28 weeks. [1]', clauses: [{ id: 'ssp.1' }] },
    });
  });

  it.each([
    ['empty', []],
    ['pointer', [{ text: 'SSP lasts up to 28 weeks.', clauses: [] }]],
    ['pointer', [{ text: 'SSP lasts up to 28 weeks.', clauses: [1.5] }]],
    ['markup', [{ text: 'SSP lasts up to 28 weeks [1].', clauses: [2] }]],
    ['name', [{ text: 'SSP lasts up to 28 weeks at Fellbridge.', clauses: [2] }]],
    ['too-long', Array(25).fill({ text: 'SSP lasts up to 28 weeks.', clauses: [2] })],
    ['figure', [{ text: 'SSP lasts up to 28 weeks. It lasts up to 52 weeks.', clauses: [2] }]],
    ['condition', [{ text: 'Yes.', clauses: [2] }]],
  ])('gives the reason as a code: %s', (why, said) => {
    expect(ground(said, [jury, ssp])).toEqual({ kind: 'unsupported', why });
  });

  it("accepts the policy's own words", () => {
    const said = ssp.text
      .replaceAll('**', '')
      .split(/(?<=\.)\s/)
      .map((text) => ({ text, clauses: [2] }));

    expect(ground(said, [jury, ssp]).kind).toBe('grounded');
  });
});
