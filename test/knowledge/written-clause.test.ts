import { parseVariation, rewriteClause, writtenClause } from '../../knowledge';
import { built } from '../support/built';

const { seeds, policies } = built;
const own = seeds.find(
  ({ organisation, policy }) =>
    organisation === 'fellbridge' && policy === 'annual-leave-and-bank-holidays',
)!;
const ON = '2026-11-23';
const carried = (text: string, values: Record<string, string>) =>
  rewriteClause(own.content, 3, { text, values }, ON);

describe('one clause of an own file, written anew', () => {
  it('gives each clause of each file as its writer left it', () => {
    for (const { content, clauses } of seeds) {
      for (const { number, heading, values } of clauses)
        expect(writtenClause(content, number)).toMatchObject({ heading, values });
    }
    expect(writtenClause(own.content, 3)?.text).toContain('{most-carried}');
  });

  it('changes that clause and the version, and nothing else', () => {
    const { text } = writtenClause(own.content, 3)!;
    const changed = carried(text, { 'most-carried': '40 hours' });

    expect(changed).toBe(
      own.content
        .replace('version: "2026.1"', 'version: "2026.2"')
        .replace('most-carried: 37.5 hours', 'most-carried: 40 hours'),
    );
    const read = parseVariation('own.md', changed!, policies);
    if ('errors' in read) throw new Error(read.errors.join());
    const textsOf = (clauses: readonly { readonly text: string }[]) =>
      clauses.map(({ text: words }) => words);
    const before = textsOf(own.clauses);
    expect(textsOf(read.clauses).filter((words, at) => words !== before[at])).toEqual([
      expect.stringContaining('up to **40 hours**'),
    ]);
  });

  it('adds a figure, also to a clause that had none', () => {
    const changed = rewriteClause(
      own.content,
      2,
      { text: 'Book in the roster, at least **{notice}** before.', values: { notice: '2 weeks' } },
      '2027-01-05',
    );

    expect(changed).toContain('version: "2027.1"');
    expect(writtenClause(changed!, 2)).toMatchObject({
      heading: 'Booking leave at Fellbridge',
      text: 'Book in the roster, at least **{notice}** before.',
      values: { notice: '2 weeks' },
    });
  });

  it('can be written again and again', () => {
    let content = own.content;
    for (const text of ['One.', 'Two.\n\n- a list\n- of two', 'Three.'])
      content = rewriteClause(content, 5, { text, values: {} }, ON)!;

    expect(writtenClause(content, 5)?.text).toBe('Three.');
    expect(content).toContain('version: "2026.4"');
    expect(content.endsWith('Three.\n')).toBe(true);
  });

  it.each([
    ['a heading, which would begin another clause', 'Words.\n\n## Another\n\nMore.'],
    ['a clause of its own', 'Words.\n\n## Another\n\n```yaml\nid: 9\nadds: true\n```\n\nMore.'],
    ['a fence that never ends', 'Words.\n\n```yaml'],
    ['nothing at all', '  '],
  ])('is refused with %s', (_, text) => {
    expect(carried(text, { 'most-carried': '37.5 hours' })).toBeUndefined();
  });

  it('does not exist in a file that cannot be read', () => {
    expect(writtenClause('No fields.', 1)).toBeUndefined();
    expect(writtenClause(own.content, 99)).toBeUndefined();
    expect(rewriteClause(own.content, 99, { text: 'A.', values: {} }, ON)).toBeUndefined();
  });
});
