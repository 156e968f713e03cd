/** The check between a model and a person, on made-up sentences: good ones and subtle lies. */
import { ground } from '../../knowledge/model/ground';
import type { Clause } from '../../knowledge/policies/schema';
import { phrasingClause } from '../support/phrasing-clause';
import development from './data/phrasings-dev.json';
import held from './data/phrasings-held.json';

const shownIn = (ids: readonly string[]): [Clause, ...Clause[]] => {
  const [first, ...rest] = ids.map(phrasingClause);
  return [first!, ...rest];
};

describe.each([
  ['development', development],
  ['held-out', held],
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
