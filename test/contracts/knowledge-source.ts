import type { Hit, KnowledgeSource, Passage, SearchOptions } from '../../knowledge/sources/source';

const passage = (id: string, text: string, own: Partial<Passage> = {}): Passage => ({
  id,
  policy: id.split('.')[0]!,
  title: 'A policy',
  heading: text,
  asks: [`tell me about ${text}?`],
  text: `This clause speaks of ${text}.`,
  organisation: null,
  staffGroups: ['agenda-for-change'],
  effective: '2026-04-01',
  until: undefined,
  ...own,
});

const PASSAGES = [
  passage('leave.1', 'annual leave'),
  passage('leave.2', 'annual leave and carrying it over to a new year'),
  passage('leave.gap.1', 'buying annual leave', { effective: '0001-01-01' }),
  passage('sick.1', 'fit notes'),
  passage('parking.1', 'parking permits', { organisation: 'fellbridge' }),
  passage('parking.2', 'parking charges', { organisation: "st-mary's' or '1' eq '1" }),
  passage('pay.1', 'mileage rates', { until: '2026-12-31' }),
  passage('pay.2', 'mileage rates', { effective: '2027-01-01' }),
];

const options = (own: Partial<SearchOptions> = {}): SearchOptions => ({
  organisation: undefined,
  on: '2026-11-01',
  limit: 10,
  signal: new AbortController().signal,
  ...own,
});
const ids = (hits: readonly Hit[]): string[] => hits.map(({ id }) => id);

/**
 * What every source must do, wherever the text lives.
 * @param open fills the same source anew each time it is called within one test
 */
export function itIsAKnowledgeSource(
  open: (passages: readonly Passage[]) => Promise<KnowledgeSource>,
): void {
  it('finds the passage that speaks of it, best first', async () => {
    const hits = await (await open(PASSAGES)).search('carrying over annual leave', options());

    expect(hits[0]?.id).toBe('leave.2');
    expect(ids(hits)).toContain('leave.1');
    expect(hits.map(({ score }) => score)).toEqual(
      hits.map(({ score }) => score).toSorted((a, b) => b - a),
    );
  });

  it('understands what staff call things', async () => {
    const hits = await (await open(PASSAGES)).search('AL', options());

    expect(ids(hits)).toContain('leave.1');
  });

  it('gives nothing where no word is shared', async () => {
    expect(await (await open(PASSAGES)).search('helicopters', options())).toEqual([]);
  });

  it('shows the national set and one organisation, never another', async () => {
    const source = await open(PASSAGES);
    const parking = async (organisation: string | undefined): Promise<string[]> =>
      ids(await source.search('parking', options({ organisation })));

    expect(await parking('fellbridge')).toEqual(['parking.1']);
    expect(await parking("st-mary's' or '1' eq '1")).toEqual(['parking.2']);
    expect(await parking('vale')).toEqual([]);
    expect(await parking("vale' or organisation ne '")).toEqual([]);
    expect(await parking(undefined)).toEqual([]);
    expect(ids(await source.search('fit notes', options({ organisation: 'vale' })))).toEqual([
      'sick.1',
    ]);
  });

  it.each([
    ['2026-03-31', []],
    ['2026-12-31', ['pay.1']],
    ['2027-01-01', ['pay.2']],
  ])('shows what is in force on %s', async (on, expected) => {
    expect(ids(await (await open(PASSAGES)).search('mileage rates', options({ on })))).toEqual(
      expected,
    );
  });

  it('keeps to the limit', async () => {
    expect(await (await open(PASSAGES)).search('annual leave', options({ limit: 2 }))).toHaveLength(
      2,
    );
  });

  it('forgets passages that are gone, and knows new words for those that stay', async () => {
    await open(PASSAGES);
    const source = await open([passage('leave.1', 'annual leave for pilots')]);

    expect(ids(await source.search('annual leave', options()))).toEqual(['leave.1']);
    expect(ids(await source.search('pilots', options()))).toEqual(['leave.1']);
    expect(await source.search('fit notes', options())).toEqual([]);
  });

  it('stops for a person who has gone', async () => {
    const source = await open(PASSAGES);

    await expect(
      source.search('annual leave', options({ signal: AbortSignal.abort() })),
    ).rejects.toThrow(/abort/i);
  });

  it.each([
    ['quotes', `"annual leave' and "`],
    [
      'signs',
      'annual -leave +leave (leave | * ~ leave^2 leave && !leave \\ leave:1 [leave] {leave}',
    ],
    ['a percentage', '100% of annual leave'],
    ['emoji', '🏖️ annual leave 😀'],
    [
      '4,000 characters',
      'annual leave and a great many other words, ordinary and odd x1 x2 '
        .repeat(64)
        .slice(0, 4000),
    ],
    [
      '2,000 words of one letter',
      Array.from({ length: 1999 }, (_, n) => String.fromCodePoint(0x4e00 + n)).join(' ') +
        ' annual leave',
    ],
  ])('takes a question with %s in it', async (what, query) => {
    const hits = await (await open(PASSAGES)).search(query, options());

    if (!what.startsWith('2,000')) expect(ids(hits)).toContain('leave.1');
  });

  it.each(['', ' ', '*', '-', '"', '🏖️', '%%%', '((('])('finds nothing for "%s"', async (query) => {
    expect(await (await open(PASSAGES)).search(query, options())).toEqual([]);
  });
}
